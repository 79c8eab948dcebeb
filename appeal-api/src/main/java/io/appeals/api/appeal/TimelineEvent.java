package io.appeals.api.appeal;

import io.appeals.schema.appeal.Actor;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.MessageVisibility;
import io.appeals.schema.appeal.Stage;
import io.appeals.schema.event.AppealEvent;
import io.appeals.schema.event.RecordedEvent;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** One fact of an appeal as a caller sees it. */
@Schema(description = "One fact of an appeal, as it stands in the log")
public record TimelineEvent(
        String eventId,
        long version,
        @Schema(example = "AppealSubmitted") String type,
        Instant occurredAt,

        @Schema(description = "When it was written to the log")
        Instant recordedAt,

        Actor actor,
        String commandId,

        @Schema(description = "The appeal's status after it")
        AppealStatus status,

        Stage stage,

        @Schema(description = "What the type says; the fields of the command that led to it", type = "object")
        Object data) {

    public static TimelineEvent of(RecordedEvent event) {
        return new TimelineEvent(
                event.eventId(),
                event.version(),
                event.event().type(),
                event.occurredAt(),
                event.recordedAt(),
                event.actor(),
                event.commandId(),
                event.status(),
                event.stage(),
                event.event());
    }

    /** Whether it is for the marketplace's eyes only. */
    public static boolean isInternal(RecordedEvent event) {
        return switch (event.event()) {
            case AppealEvent.IntegrityFlagged _ -> true;
            case AppealEvent.MessagePosted message -> message.visibility() == MessageVisibility.MARKETPLACE;
            default -> false;
        };
    }
}
