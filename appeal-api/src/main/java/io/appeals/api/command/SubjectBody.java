package io.appeals.api.command;

import io.appeals.schema.appeal.Subject;
import io.appeals.schema.appeal.SubjectType;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is appealed, as it is sent. */
@Schema(name = "Subject", description = "What is appealed")
record SubjectBody(
        SubjectType type,

        @Schema(description = "The marketplace's own id of the matter", example = "LST-4711")
        @Pattern(regexp = Text.NO_BAR, message = Text.NO_BAR_MESSAGE)
        String reference,

        List<String> orderIds,
        List<String> transactionIds,
        List<String> listingIds,

        @Schema(description = "What is at stake, where money is") @Nullable
        MoneyBody amount) {

    Subject subject() {
        return new Subject(
                type, reference, orderIds, transactionIds, listingIds, amount == null ? null : amount.money());
    }
}
