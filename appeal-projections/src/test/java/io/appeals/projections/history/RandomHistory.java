package io.appeals.projections.history;

import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.Assessment;
import io.appeals.schema.appeal.InformationSource;
import io.appeals.schema.appeal.MessageVisibility;
import io.appeals.schema.appeal.Outcome;
import io.appeals.schema.appeal.Priority;
import io.appeals.schema.appeal.Remedy;
import io.appeals.schema.appeal.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Lets an appeal's history go on at random, but never in a way that its owner would have refused. */
public final class RandomHistory {

    private static final List<String> REVIEWERS = List.of("rita", "ravi", "rosa");
    private static final List<String> REPRESENTATIVES = List.of("lawyer-1", "lawyer-2");

    private final RandomGenerator random;
    private final AppealHistory history;
    private final List<String> evidence = new ArrayList<>();
    private final List<String> mandates = new ArrayList<>();
    private final List<Remedy> owed = new ArrayList<>();
    private final Set<Remedy> done = EnumSet.noneOf(Remedy.class);
    private @Nullable String openRequest;
    private InformationSource asked = InformationSource.SELLER;
    private AppealStatus beforeClosing = AppealStatus.DRAFT;
    private boolean canBeReopened;

    public RandomHistory(RandomGenerator random, AppealHistory history) {
        this.random = random;
        this.history = history;
    }

    public AppealHistory history() {
        return history;
    }

    /** One more event, unless the story has ended for good: then false. */
    public boolean step() {
        long before = history.version();
        history.after(Duration.ofSeconds(random.nextInt(0, 120)));
        next();
        return history.version() > before;
    }

    private AppealHistory next() {
        if (history.version() == 0) {
            return random.nextBoolean() ? history.enforced() : history.openedAs(category());
        }
        if (history.status() != AppealStatus.CLOSED && random.nextInt(5) == 0) {
            return aside();
        }
        return switch (history.status()) {
            case APPEALABLE -> random.nextInt(4) == 0 ? lapse() : history.openedAs(category());
            case DRAFT -> draft();
            case SUBMITTED -> submitted();
            case UNDER_REVIEW -> underReview();
            case AWAITING_SELLER, AWAITING_THIRD_PARTY -> awaiting();
            case DECIDED -> decided();
            case EXTERNAL_REVIEW -> external();
            case CLOSED -> closed();
        };
    }

    private AppealHistory aside() {
        return switch (random.nextInt(4)) {
            case 0 -> history.messagePosted("m-" + history.version(), MessageVisibility.ALL);
            case 1 -> history.messagePosted("m-" + history.version(), MessageVisibility.MARKETPLACE);
            case 2 -> history.integrityFlagged("REUSED_DOCUMENT");
            default -> mandate();
        };
    }

    private AppealHistory mandate() {
        if (!mandates.isEmpty() && random.nextBoolean()) {
            return history.mandateRevoked(mandates.removeLast());
        }
        mandates.add("mandate-" + history.version());
        return history.mandateGranted(mandates.getLast(), oneOf(REPRESENTATIVES));
    }

    private AppealHistory draft() {
        return switch (random.nextInt(8)) {
            case 0 -> history.statementAmended("once more, number " + history.version());
            case 1 -> history.amountCleared();
            case 2 -> attach();
            case 3 -> evidence.isEmpty() ? attach() : history.evidenceRemoved(evidence.removeLast());
            case 4 -> withdraw();
            default -> history.submitted();
        };
    }

    private AppealHistory attach() {
        evidence.add("evidence-" + history.version());
        return history.evidenceAttached(evidence.getLast());
    }

    private AppealHistory submitted() {
        return switch (random.nextInt(8)) {
            case 0 -> attach();
            case 1 -> withdraw();
            case 2 -> reject();
            case 3, 4 -> history.assignedTo(oneOf(REVIEWERS), oneOf(List.of("eu", "us")), Priority.HIGH);
            default -> history.reviewStartedBy(oneOf(REVIEWERS));
        };
    }

    private AppealHistory reject() {
        canBeReopened = true;
        beforeClosing = AppealStatus.UNDER_REVIEW;
        return history.rejected();
    }

    private AppealHistory underReview() {
        return switch (random.nextInt(8)) {
            case 0 -> history.recategorizedTo(category());
            case 1 ->
                evidence.isEmpty() ? attach() : history.evidenceAssessed(oneOf(evidence), "rita", Assessment.ACCEPTED);
            case 2, 3 -> ask();
            case 4 -> history.assignedTo(oneOf(REVIEWERS), null, null);
            default -> decide();
        };
    }

    private AppealHistory ask() {
        openRequest = "request-" + history.version();
        asked = random.nextBoolean() ? InformationSource.SELLER : InformationSource.THIRD_PARTY;
        return history.informationRequested(openRequest, asked);
    }

    /** What a decision orders replaces what earlier ones ordered, and what is done is not owed again. */
    private AppealHistory decide() {
        Outcome outcome = oneOf(List.of(Outcome.values()));
        owed.clear();
        if (outcome == Outcome.UPHELD) {
            return history.decidedBy(oneOf(REVIEWERS), outcome);
        }
        Remedy remedy = oneOf(List.of(Remedy.values()));
        if (!done.contains(remedy)) {
            owed.add(remedy);
        }
        return history.decidedBy(oneOf(REVIEWERS), outcome, remedy);
    }

    private AppealHistory awaiting() {
        String request = Objects.requireNonNull(openRequest);
        return switch (random.nextInt(5)) {
            case 0 -> history.deadlineExtended(request);
            case 1 -> history.status() == AppealStatus.AWAITING_SELLER ? lapse() : history.deadlineExtended(request);
            default -> {
                openRequest = null;
                yield history.informationProvided(request, asked);
            }
        };
    }

    private AppealHistory decided() {
        if (!owed.isEmpty() && random.nextInt(3) == 0) {
            return implement();
        }
        canBeReopened = true;
        beforeClosing = AppealStatus.UNDER_REVIEW;
        return switch (random.nextInt(4)) {
            case 0 -> history.accepted();
            case 1 -> history.closedAsFinal();
            default ->
                history.stage() == Stage.PANEL_REVIEW || history.stage() == Stage.EXTERNAL
                        ? history.referredExternally()
                        : history.escalated();
        };
    }

    private AppealHistory implement() {
        done.add(owed.getLast());
        return history.remedyImplemented(owed.removeLast());
    }

    private AppealHistory external() {
        canBeReopened = false;
        owed.clear();
        return history.externallyDecided(Outcome.PARTIALLY_OVERTURNED);
    }

    private AppealHistory closed() {
        if (!owed.isEmpty()) {
            return implement();
        }
        return canBeReopened && random.nextBoolean() ? history.reopenedTo(beforeClosing) : history;
    }

    private AppealHistory withdraw() {
        canBeReopened = true;
        beforeClosing = history.status() == AppealStatus.DRAFT ? AppealStatus.DRAFT : AppealStatus.UNDER_REVIEW;
        return history.withdrawn();
    }

    private AppealHistory lapse() {
        canBeReopened = history.status() == AppealStatus.AWAITING_SELLER;
        beforeClosing = AppealStatus.UNDER_REVIEW;
        return history.lapsed();
    }

    private String category() {
        return oneOf(List.of("PRODUCT_AUTHENTICITY", "PRODUCT_SAFETY", "FUNDS_HELD"));
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
