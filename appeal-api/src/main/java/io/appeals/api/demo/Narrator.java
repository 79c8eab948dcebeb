package io.appeals.api.demo;

import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.Outcome;
import java.util.List;

/** Tells one case from scene to scene, as its plot wants it. */
final class Narrator {

    private static final List<Outcome> AGAINST = List.of(Outcome.UPHELD, Outcome.UPHELD, Outcome.PARTIALLY_OVERTURNED);
    private static final List<Outcome> ANY = List.of(
            Outcome.OVERTURNED, Outcome.OVERTURNED, Outcome.UPHELD, Outcome.PARTIALLY_OVERTURNED, Outcome.SETTLED);

    private final CaseScript script;
    private final Dice dice;
    private final FilingScenes filing;
    private final ReviewScenes review;
    private final DecisionScenes decision;
    private final List<String> otherCategories;

    /** @param otherCategories those that the appeal could have been filed under */
    Narrator(CaseScript script, Dice dice, Cast cast, List<String> otherCategories) {
        this.script = script;
        this.dice = dice;
        this.otherCategories = otherCategories;
        Tempo tempo = new Tempo(dice);
        this.filing = new FilingScenes(script, dice, tempo, cast);
        this.review = new ReviewScenes(script, dice, tempo, cast, filing);
        this.decision = new DecisionScenes(script, dice, tempo, cast, filing);
    }

    void tell(Plot plot) {
        if (plot == Plot.NEVER_APPEALED) {
            filing.enforcement();
        } else {
            beginning();
            middle(plot);
        }
    }

    /** Most appeals answer an enforcement; some sellers come of their own accord. */
    private void beginning() {
        if (dice.chance(85)) {
            filing.enforcement();
        }
        filing.draft();
    }

    private void middle(Plot plot) {
        switch (plot) {
            case NEVER_APPEALED, DRAFT_ABANDONED -> {}
            case WAITING_FOR_A_REVIEWER -> filing.submission();
            case WAITING_FOR_THE_SELLER -> review.request(underReview());
            case DECISION_PENDING_ACCEPTANCE -> firstDecision(dice.oneOf(AGAINST));
            case INADMISSIBLE -> review.inadmissible(underReview());
            case SELLER_SILENT -> sellerSilent();
            case SELLER_SILENT_AND_BACK -> sellerBack();
            case WITHDRAWN -> withdrawn();
            case WITHDRAWN_AND_REOPENED -> reopened();
            case DECISION_ACCEPTED -> {
                firstDecision(dice.oneOf(ANY));
                settled();
            }
            case ESCALATED_ONCE -> {
                contested(1, ANY);
                settled();
            }
            case ESCALATED_TO_PANEL -> {
                contested(2, ANY);
                settled();
            }
            case DECIDED_OUTSIDE -> {
                contested(2, AGAINST);
                decision.externalReview(dice.oneOf(ANY));
                decision.remediesConfirmed();
            }
        }
    }

    /** Nobody answers, and the appeal lapses. */
    private void sellerSilent() {
        review.request(underReview());
        script.lapse(ReviewScenes.TO_ANSWER);
    }

    private void sellerBack() {
        sellerSilent();
        decision.reopening(AppealStatus.UNDER_REVIEW, "Our clerk was ill; here is what you asked for.");
        decision.decision(review.fresh(List.of()), dice.oneOf(ANY));
        settled();
    }

    private void withdrawn() {
        if (dice.chance(50)) {
            filing.submission();
        }
        decision.withdrawal();
    }

    /** What was withdrawn as a draft comes back as a draft. */
    private void reopened() {
        decision.withdrawal();
        decision.reopening(AppealStatus.DRAFT, "The buyer has not kept to the settlement.");
        firstDecision(dice.oneOf(ANY));
        settled();
    }

    private Person underReview() {
        filing.submission();
        Person reviewer = review.fresh(List.of());
        if (dice.chance(80)) {
            review.assignment(reviewer);
        }
        review.start(reviewer);
        return reviewer;
    }

    private void firstDecision(Outcome outcome) {
        Person reviewer = underReview();
        if (!otherCategories.isEmpty() && dice.chance(12)) {
            review.recategorization(reviewer, dice.oneOf(otherCategories));
        }
        review.examination(reviewer);
        if (dice.chance(15)) {
            review.message(script.matter().seller(), "Is there anything else that we can send you?");
        }
        decision.decision(reviewer, outcome);
    }

    /** Decided against the seller, and escalated so many times; the last decision is drawn from the given ones. */
    private void contested(int escalations, List<Outcome> last) {
        firstDecision(dice.oneOf(AGAINST));
        for (int left = escalations; left > 0; left--) {
            decision.escalation();
            Person supervisor = review.fresh(decision.deciders());
            review.assignment(supervisor);
            review.start(supervisor);
            decision.decision(supervisor, dice.oneOf(left == 1 ? last : AGAINST));
        }
    }

    /** The seller leaves it at the decision, and the marketplace does what it says, in either order. */
    private void settled() {
        if (dice.chance(50)) {
            decision.remediesConfirmed();
            decision.acceptance();
        } else {
            decision.acceptance();
            decision.remediesConfirmed();
        }
    }
}
