package io.appeals.commands.lifecycle;

import io.appeals.commands.category.SubmissionFacts;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.ClosureReason;
import io.appeals.schema.appeal.Outcome;
import io.appeals.schema.appeal.Remedy;
import io.appeals.schema.appeal.Stage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What must be known of a case to say who may do what next. The write side answers from its own state; whoever reads
 * views can answer from those.
 */
public interface CaseFacts {

    /** Null while there is no appeal. */
    @Nullable
    AppealStatus status();

    /** FIRST_REVIEW until the first escalation. */
    Stage stage();

    /** Given while the appeal is closed. */
    @Nullable
    ClosureReason closureReason();

    /** Null while there is no appeal. */
    @Nullable
    String sellerId();

    /** What the seller has put together so far. */
    SubmissionFacts submission();

    List<Mandate> mandates();

    /** The question that the review waits for; null unless the appeal is AWAITING_SELLER or AWAITING_THIRD_PARTY. */
    @Nullable
    InformationRequest openRequest();

    /** Everybody who has decided this appeal or answered for a decision as its human reviewer, at any stage. */
    List<String> formerDeciders();

    /** The latest decision's outcome. */
    @Nullable
    Outcome outcome();

    /**
     * The end, exclusive, of the window that is open in this status: in APPEALABLE for opening the appeal, in DRAFT for
     * submitting it, in DECIDED for escalating or referring it, in CLOSED for the seller to reopen it; otherwise null.
     */
    @Nullable
    Instant windowEndsAt();

    /** What the latest decision orders. */
    List<Remedy> remediesOrdered();

    List<Remedy> remediesImplemented();

    /** When the last event happened; null while there is none. */
    @Nullable
    Instant lastOccurredAt();

    /** The moment at which something happens that is asked for then: never before what has already happened. */
    default Instant momentOf(Instant issuedAt) {
        Instant last = lastOccurredAt();
        return last != null && last.isAfter(issuedAt) ? last : issuedAt;
    }
}
