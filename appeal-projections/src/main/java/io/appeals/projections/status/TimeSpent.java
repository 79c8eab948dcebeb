package io.appeals.projections.status;

import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.Stage;

/**
 * How long an appeal has been where, in milliseconds, up to its last event: what has passed since belongs to the status in which
 * it is. A stage is reached by submission or escalation and left by its decision.
 */
public record TimeSpent(
        long appealable,
        long draft,
        long submitted,
        long underReview,
        long awaitingSeller,
        long awaitingThirdParty,
        long decided,
        long externalReview,
        long firstReview,
        long supervisorReview,
        long panelReview) {

    static final TimeSpent NONE = new TimeSpent(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** After so many milliseconds more in this status at this stage. */
    TimeSpent plus(AppealStatus status, Stage stage, long millis) {
        long inStage = isAtStage(status) ? millis : 0;
        return new TimeSpent(
                appealable + (status == AppealStatus.APPEALABLE ? millis : 0),
                draft + (status == AppealStatus.DRAFT ? millis : 0),
                submitted + (status == AppealStatus.SUBMITTED ? millis : 0),
                underReview + (status == AppealStatus.UNDER_REVIEW ? millis : 0),
                awaitingSeller + (status == AppealStatus.AWAITING_SELLER ? millis : 0),
                awaitingThirdParty + (status == AppealStatus.AWAITING_THIRD_PARTY ? millis : 0),
                decided + (status == AppealStatus.DECIDED ? millis : 0),
                externalReview + (status == AppealStatus.EXTERNAL_REVIEW ? millis : 0),
                firstReview + (stage == Stage.FIRST_REVIEW ? inStage : 0),
                supervisorReview + (stage == Stage.SUPERVISOR_REVIEW ? inStage : 0),
                panelReview + (stage == Stage.PANEL_REVIEW ? inStage : 0));
    }

    long at(Stage stage) {
        return switch (stage) {
            case FIRST_REVIEW -> firstReview;
            case SUPERVISOR_REVIEW -> supervisorReview;
            case PANEL_REVIEW -> panelReview;
            case EXTERNAL -> externalReview;
        };
    }

    private static boolean isAtStage(AppealStatus status) {
        return switch (status) {
            case SUBMITTED, UNDER_REVIEW, AWAITING_SELLER, AWAITING_THIRD_PARTY -> true;
            case APPEALABLE, DRAFT, DECIDED, EXTERNAL_REVIEW, CLOSED -> false;
        };
    }
}
