package io.appeals.api.demo;

import static io.appeals.schema.appeal.AppealStatus.AWAITING_SELLER;
import static io.appeals.schema.appeal.AppealStatus.AWAITING_THIRD_PARTY;
import static io.appeals.schema.appeal.AppealStatus.CLOSED;
import static io.appeals.schema.appeal.AppealStatus.UNDER_REVIEW;

import io.appeals.schema.appeal.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What the marketplace's people do with a submitted appeal before they decide it. */
final class ReviewScenes {

    static final Duration TO_ANSWER = Duration.ofDays(3);

    private final CaseScript script;
    private final Dice dice;
    private final Tempo tempo;
    private final Cast cast;
    private final FilingScenes filing;

    ReviewScenes(CaseScript script, Dice dice, Tempo tempo, Cast cast, FilingScenes filing) {
        this.script = script;
        this.dice = dice;
        this.tempo = tempo;
        this.cast = cast;
        this.filing = filing;
    }

    /** A supervisor or the marketplace's own distribution gives the appeal to somebody. */
    void assignment(Person to) {
        Body body = Body.of("reviewerId", to.id())
                .with("queue", script.matter().subjectType().name().toLowerCase(Locale.ROOT))
                .with("priority", dice.oneOf(List.of("LOW", "NORMAL", "NORMAL", "HIGH", "URGENT")));
        script.later(tempo.assignment());
        Person by = dice.chance(50) ? cast.platform() : dice.oneOf(cast.supervisors());
        script.post(by, "/assign", body, "ReviewerAssigned");
    }

    void start(Person reviewer) {
        script.later(tempo.reviewStart());
        script.look(reviewer, "StartReview");
        script.post(reviewer, "/start-review", Body.EMPTY, "ReviewStarted", UNDER_REVIEW);
    }

    /** What may happen at the first review between its start and the decision. */
    void examination(Person reviewer) {
        if (dice.chance(30)) {
            message(reviewer, "Thank you. We have begun to look into it and will be back within two working days.");
        }
        if (dice.chance(35)) {
            answeredRequest(reviewer);
        }
        if (dice.chance(12)) {
            thirdParty(reviewer);
        }
        if (dice.chance(6)) {
            flag(reviewer);
        }
        script.evidenceIds().forEach(evidenceId -> assess(reviewer, evidenceId));
    }

    private void assess(Person reviewer, String evidenceId) {
        script.later(tempo.paperwork());
        boolean accepted = dice.chance(80);
        Body body = Body.of("assessment", accepted ? "ACCEPTED" : "REJECTED")
                .with(
                        "reason",
                        accepted
                                ? "Readable, current and about this case."
                                : "Cut off at the edge; the date cannot be read.");
        script.post(reviewer, "/evidence/" + evidenceId + "/assessment", body, "EvidenceAssessed");
    }

    /** Asks the seller and leaves it at that. */
    String request(Person reviewer) {
        String requestId = script.newId("req");
        script.later(tempo.paperwork());
        script.post(
                reviewer,
                "/information-requests",
                request(requestId, "SELLER"),
                "InformationRequested",
                AWAITING_SELLER);
        return requestId;
    }

    private void answeredRequest(Person reviewer) {
        String requestId = request(reviewer);
        if (dice.chance(25)) {
            Body extension = Body.of("requestId", requestId)
                    .with("dueAt", FromNow.in(TO_ANSWER.multipliedBy(3)))
                    .with("reason", "The seller's supplier needs some days more.");
            script.later(tempo.paperwork());
            script.post(reviewer, "/deadline-extensions", extension, "DeadlineExtended");
        }
        script.later(tempo.answer());
        script.look(filing.spokesperson(), "ProvideInformation");
        List<String> answers = dice.chance(70)
                ? List.of(filing.attach(script.matter().category().someKind(dice), requestId))
                : List.of();
        respond(filing.spokesperson(), requestId, script.matter().story().answer(), answers);
    }

    private void thirdParty(Person reviewer) {
        String requestId = script.newId("req");
        Body body = request(requestId, "THIRD_PARTY");
        script.later(tempo.paperwork());
        script.post(reviewer, "/information-requests", body, "InformationRequested", AWAITING_THIRD_PARTY);
        script.later(tempo.partnersAnswer());
        respond(cast.platform(), requestId, "The partner has answered; its letter is on file.", List.of());
    }

    private Body request(String requestId, String from) {
        Body item = Body.of("kind", script.matter().category().someKind(dice)).with("requirementLevel", "REQUIRED");
        return Body.of("requestId", requestId)
                .with("from", from)
                .with("items", List.of(item.fields()))
                .with("message", script.matter().story().question())
                .with("dueAt", FromNow.in(TO_ANSWER));
    }

    private void respond(Person who, String requestId, String note, List<String> evidenceIds) {
        Body body = Body.of("requestId", requestId).with("note", note).with("evidenceIds", evidenceIds);
        script.post(who, "/responses", body, "InformationProvided", UNDER_REVIEW);
    }

    void message(Person from, String text) {
        Body body = Body.of("messageId", script.newId("msg"))
                .with("body", text)
                .with("visibility", dice.chance(85) || from.role() == Person.Role.SELLER ? "ALL" : "MARKETPLACE");
        script.later(tempo.paperwork());
        script.post(from, "/messages", body, "MessagePosted");
    }

    private void flag(Person reviewer) {
        Body body = Body.of("flag", "DOCUMENT_REUSED")
                .with("reason", "The same file came in with another seller's appeal.")
                .with("evidenceIds", dice.some(1, script.evidenceIds()));
        script.post(reviewer, "/flags", body, "IntegrityFlagged");
    }

    /** The reviewer finds that the appeal was filed under the wrong one. */
    void recategorization(Person reviewer, String category) {
        Body body = Body.of("category", category).with("reason", "The complaint behind it is of this kind.");
        script.post(reviewer, "/recategorize", body, "AppealRecategorized");
    }

    void inadmissible(Person reviewer) {
        Body body = Body.of("reason", "The matter is before a court, which rules out an appeal here.");
        script.later(tempo.paperwork());
        script.post(reviewer, "/reject", body, "AppealRejected", CLOSED);
    }

    /** Somebody who may decide at the present stage and has decided nothing in this case yet. */
    Person fresh(List<Person> formerDeciders) {
        List<Person> all = script.stage() == Stage.FIRST_REVIEW ? cast.reviewers() : cast.supervisors();
        return dice.oneOf(
                all.stream().filter(person -> !formerDeciders.contains(person)).toList());
    }
}
