package io.appeals.schema.appeal;

/** How strongly a kind of evidence is asked for. At least one of all ONE_OR_MORE kinds; an ALTERNATIVE_REQUIRED kind replaces a missing REQUIRED one. */
public enum RequirementLevel {
    REQUIRED,
    ONE_OR_MORE,
    OPTIONAL,
    ALTERNATIVE_REQUIRED
}
