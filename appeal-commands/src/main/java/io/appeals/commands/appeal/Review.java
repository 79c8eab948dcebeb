package io.appeals.commands.appeal;

import io.appeals.commands.lifecycle.InformationRequest;
import io.appeals.schema.appeal.Outcome;
import io.appeals.schema.event.AppealEvent.AppealDecided;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the marketplace's side of the case stands.
 *
 * @param reviewerId who has the case now; nobody after an escalation or a reopening
 * @param openRequest the question that the review waits for
 * @param closedRequestIds the questions that are answered or given up
 * @param decisions all decisions, oldest first
 * @param outcome the latest decision's, an external body's included
 */
public record Review(
        @Nullable String reviewerId,
        @Nullable InformationRequest openRequest,
        List<String> closedRequestIds,
        List<StageDecision> decisions,
        @Nullable Outcome outcome) {

    static final Review NONE = new Review(null, null, List.of(), List.of(), null);

    public Review {
        closedRequestIds = List.copyOf(closedRequestIds);
        decisions = List.copyOf(decisions);
    }

    Review assignedTo(@Nullable String reviewer) {
        return new Review(reviewer, openRequest, closedRequestIds, decisions, outcome);
    }

    Review asking(InformationRequest request) {
        return new Review(reviewerId, request, closedRequestIds, decisions, outcome);
    }

    Review dueAt(Instant later) {
        return openRequest == null ? this : asking(openRequest.dueAt(later));
    }

    /** No longer waiting for an answer, whether it came or not. */
    Review askingNothing() {
        return openRequest == null
                ? this
                : new Review(
                        reviewerId,
                        null,
                        Grown.appended(closedRequestIds, openRequest.requestId()),
                        decisions,
                        outcome);
    }

    Review decided(AppealDecided event) {
        StageDecision decision = new StageDecision(event.stage(), event.decidedBy(), event.humanReviewerId());
        return new Review(
                reviewerId, openRequest, closedRequestIds, Grown.appended(decisions, decision), event.outcome());
    }

    Review decidedExternally(Outcome externalOutcome) {
        return new Review(reviewerId, openRequest, closedRequestIds, decisions, externalOutcome);
    }

    boolean knowsRequest(String requestId) {
        return closedRequestIds.contains(requestId)
                || (openRequest != null && openRequest.requestId().equals(requestId));
    }
}
