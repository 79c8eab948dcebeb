package io.appeals.schema.appeal;

import org.jspecify.annotations.Nullable;

/** One thing that a reviewer asks for; {@code kind} is a kind of evidence. */
public record RequestedItem(
        String kind,
        RequirementLevel requirementLevel,
        @Nullable String note) {}
