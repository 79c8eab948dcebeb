package io.appeals.api.demo;

import static io.appeals.schema.appeal.AppealStatus.APPEALABLE;
import static io.appeals.schema.appeal.AppealStatus.DRAFT;
import static io.appeals.schema.appeal.AppealStatus.SUBMITTED;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From the enforcement to the submission: the seller's side, alone or through a lawyer. */
final class FilingScenes {

    private final CaseScript script;
    private final Dice dice;
    private final Tempo tempo;
    private final Cast cast;
    private final Person seller;
    private @Nullable Person lawyer;

    FilingScenes(CaseScript script, Dice dice, Tempo tempo, Cast cast) {
        this.script = script;
        this.dice = dice;
        this.tempo = tempo;
        this.cast = cast;
        this.seller = script.matter().seller();
    }

    /** Who does it for the seller's side: the lawyer where there is one. */
    Person spokesperson() {
        return lawyer == null ? seller : lawyer;
    }

    void enforcement() {
        Matter matter = script.matter();
        Body body = Body.of("sellerId", seller.id())
                .with("marketplaceId", dice.oneOf(List.of("de", "fr", "it", "uk", "us")))
                .with("subject", matter.subject())
                .with("restriction", matter.restriction())
                .with("decisionGround", matter.story().decisionGround())
                .with("facts", matter.told(dice.oneOf(matter.story().facts())))
                .with("policyReference", matter.story().policyReference())
                .with("automatedDetection", dice.chance(60))
                .with("automatedDecision", dice.chance(25))
                .with("appliedAt", FromNow.ago(Duration.ofHours(dice.between(1, 200))));
        script.begin(cast.platform(), "/v1/enforcements", body, "EnforcementRecorded", APPEALABLE);
    }

    void draft() {
        Matter matter = script.matter();
        boolean planWanted = matter.category().planOfAction();
        boolean planLater = planWanted && dice.chance(30);
        boolean planNow = planWanted ? !planLater : dice.chance(30);
        Body body = Body.of("sellerId", seller.id())
                .with("subject", matter.subject())
                .with("category", matter.category().code())
                .with("statement", matter.told(dice.oneOf(matter.story().statements())))
                .with("planOfAction", planNow ? matter.planOfAction() : null)
                .with("desiredRemedies", List.of(matter.remedies().getFirst().name()));
        script.later(tempo.consideration());
        script.begin(dice.chance(85) ? seller : cast.platform(), "/v1/appeals", body, "AppealOpened", DRAFT);
        if (dice.chance(20)) {
            mandate();
        }
        if (planLater) {
            script.later(tempo.paperwork());
            script.patch(spokesperson(), Body.of("planOfAction", matter.planOfAction()), "AppealAmended");
        }
    }

    void submission() {
        for (String kind : script.matter().category().evidenceBrought(dice)) {
            attach(kind, null);
        }
        if (dice.chance(8)) {
            String mistaken = attach(script.matter().category().someKind(dice), null);
            script.delete(spokesperson(), "/evidence/" + mistaken, "EvidenceRemoved");
            script.evidenceIds().remove(mistaken);
        }
        submit();
    }

    void submit() {
        script.later(tempo.submission());
        script.look(spokesperson(), "SubmitAppeal");
        Body declaration =
                Body.of("accepted", true).with("signer", spokesperson().name());
        script.post(spokesperson(), "/submit", Body.of("truthDeclaration", declaration), "AppealSubmitted", SUBMITTED);
    }

    /** @param requestId the information request that it answers, if any */
    String attach(String kind, @Nullable String requestId) {
        Document document = Document.of(script.matter(), kind, script.newId("ev"), dice);
        Body body = document.body().with("requestId", requestId);
        script.later(tempo.paperwork());
        script.post(spokesperson(), "/evidence", body, "EvidenceAttached");
        script.evidenceIds().add(document.evidenceId());
        return document.evidenceId();
    }

    private void mandate() {
        Person chosen = dice.oneOf(cast.lawyers());
        Body body = Body.of("mandateId", script.newId("man"))
                .with("representativeId", chosen.id())
                .with("representativeType", "LAWYER")
                .with("scopes", List.of("READ", "DRAFT", "SUBMIT", "RESPOND", "ESCALATE"))
                .with("validFrom", FromNow.ago(Duration.ofDays(1)))
                .with("validTo", FromNow.in(Duration.ofDays(365)))
                .with(
                        "proof",
                        "https://files.example/mandates/" + script.matter().number() + ".pdf");
        script.post(seller, "/mandates", body, "MandateGranted");
        lawyer = chosen;
        script.look(chosen, "AttachEvidence");
    }
}
