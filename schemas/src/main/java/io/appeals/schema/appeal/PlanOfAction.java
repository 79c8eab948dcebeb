package io.appeals.schema.appeal;

/** What went wrong, what the seller has done about it, and how it will not happen again. */
public record PlanOfAction(String rootCause, String correctiveActions, String preventiveActions) {}
