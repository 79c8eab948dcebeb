package io.appeals.commands.category;

/** Whether a category wants a plan of action: what went wrong, what was done, and how it will not happen again. */
public enum PlanOfActionNeed {
    REQUIRED,
    RECOMMENDED,
    NOT_NEEDED
}
