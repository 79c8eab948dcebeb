package io.appeals.projections.status;

import io.appeals.schema.appeal.Actor;
import io.appeals.schema.appeal.MessageVisibility;
import java.time.Instant;

/** What somebody in the case wrote to the others. */
public record Message(String messageId, String body, MessageVisibility visibility, Actor postedBy, Instant postedAt) {}
