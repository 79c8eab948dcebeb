package io.appeals.api.demo;

import static io.appeals.schema.appeal.AppealStatus.CLOSED;
import static io.appeals.schema.appeal.AppealStatus.DECIDED;
import static io.appeals.schema.appeal.AppealStatus.EXTERNAL_REVIEW;
import static io.appeals.schema.appeal.AppealStatus.SUBMITTED;

import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.Outcome;
import io.appeals.schema.appeal.Remedy;
import io.appeals.schema.appeal.Stage;
import java.util.ArrayList;
import java.util.List;

/** Decisions, and what the parties make of them. */
final class DecisionScenes {

    private final CaseScript script;
    private final Dice dice;
    private final Tempo tempo;
    private final Cast cast;
    private final FilingScenes filing;
    private final List<Person> deciders = new ArrayList<>();
    private List<Remedy> ordered = List.of();

    DecisionScenes(CaseScript script, Dice dice, Tempo tempo, Cast cast, FilingScenes filing) {
        this.script = script;
        this.dice = dice;
        this.tempo = tempo;
        this.cast = cast;
        this.filing = filing;
    }

    /** Everybody who has decided in this case. */
    List<Person> deciders() {
        return deciders;
    }

    void decision(Person decider, Outcome outcome) {
        Story story = script.matter().story();
        boolean lost = outcome == Outcome.UPHELD;
        ordered = remedies(outcome);
        Body body = Body.of("outcome", outcome.name())
                .with("reasons", lost ? story.reasonAgainst() : story.reasonFor())
                .with("reasonCodes", List.of(lost ? "EVIDENCE_INSUFFICIENT" : "EVIDENCE_CONVINCING"))
                .with("policyReferences", List.of(story.policyReference()))
                .with("evidenceConsidered", considered(lost))
                .with("humanReviewerId", decider.id())
                .with("automation", dice.chance(30) ? "ASSISTED" : "NONE")
                .with("remedies", names(ordered));
        script.later(tempo.decision());
        script.look(decider, "DecideAppeal");
        script.post(decider, "/decision", body, "AppealDecided", DECIDED);
        deciders.add(decider);
    }

    /** The first of a matter's remedies undoes it; a settlement or a win in part may leave it at the second. */
    private List<Remedy> remedies(Outcome outcome) {
        List<Remedy> all = script.matter().remedies();
        return switch (outcome) {
            case UPHELD -> List.of();
            case OVERTURNED -> all;
            case PARTIALLY_OVERTURNED, SETTLED -> List.of(dice.oneOf(all));
        };
    }

    private List<Object> considered(boolean lost) {
        List<Object> considered = new ArrayList<>();
        for (String evidenceId : script.evidenceIds()) {
            considered.add(Body.of("evidenceId", evidenceId)
                    .with("weight", lost ? dice.between(0, 40) : dice.between(50, 100))
                    .with("why", lost ? "It does not cover the matter." : "It covers the matter.")
                    .fields());
        }
        return considered;
    }

    /** The marketplace does what was decided and says so. */
    void remediesConfirmed() {
        for (Remedy remedy : ordered) {
            Body body = Body.of("reference", "TASK-" + script.matter().number() + "-" + remedy.ordinal());
            script.later(tempo.remedy());
            script.post(cast.platform(), "/remedies/" + remedy + "/confirm", body, "RemedyImplemented");
        }
        ordered = List.of();
    }

    void acceptance() {
        Person seller = script.matter().seller();
        script.later(tempo.consideration());
        script.look(seller, "AcceptDecision");
        script.post(seller, "/accept", Body.of("note", "Thank you for looking into it."), "AppealClosed", CLOSED);
    }

    /** To the next stage, often with a piece of evidence that the decision could not know. */
    void escalation() {
        Person by = filing.spokesperson();
        script.later(tempo.consideration());
        script.look(by, "EscalateAppeal");
        Body body = Body.of("grounds", script.matter().story().grounds()).with("newEvidenceIds", List.of());
        Stage next = script.stage().escalatesTo().orElseThrow();
        script.post(by, "/escalate", body, "AppealEscalated", SUBMITTED, next);
        if (dice.chance(50)) {
            filing.attach(script.matter().category().someKind(dice), null);
        }
    }

    /** The panel has decided, and a body outside the marketplace has the last word. */
    void externalReview(Outcome outcome) {
        ordered = remedies(outcome);
        String reference = "ODS-" + script.matter().number();
        Person seller = script.matter().seller();
        script.later(tempo.consideration());
        script.look(seller, "ReferExternally");
        Body referral = Body.of("body", "European Trade Dispute Board")
                .with("reference", reference)
                .with("reason", "We want somebody outside the marketplace to look at it.");
        script.post(seller, "/refer", referral, "ReferredExternally", EXTERNAL_REVIEW, Stage.EXTERNAL);
        Body ruling = Body.of("outcome", outcome.name())
                .with(
                        "reasons",
                        outcome == Outcome.UPHELD
                                ? script.matter().story().reasonAgainst()
                                : script.matter().story().reasonFor())
                .with("remedies", names(ordered))
                .with("reference", reference);
        script.later(tempo.ruling());
        script.post(cast.platform(), "/external-outcome", ruling, "ExternalOutcomeRecorded", CLOSED);
    }

    void withdrawal() {
        Person seller = script.matter().seller();
        script.later(tempo.consideration());
        script.look(seller, "WithdrawAppeal");
        Body body = Body.of("reason", "We have settled the matter with the buyer ourselves.");
        script.post(seller, "/withdraw", body, "AppealWithdrawn", CLOSED);
    }

    /** The seller thinks better of it. */
    void reopening(AppealStatus becomes, String reason) {
        Person seller = script.matter().seller();
        script.later(tempo.consideration());
        script.look(seller, "ReopenAppeal");
        Body body = Body.of("reason", reason);
        script.post(seller, "/reopen", body, "AppealReopened", becomes);
    }

    private static List<String> names(List<Remedy> remedies) {
        return remedies.stream().map(Enum::name).toList();
    }
}
