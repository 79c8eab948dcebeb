package io.appeals.commands.appeal;

import static io.appeals.schema.result.RejectionType.FORBIDDEN;
import static io.appeals.schema.result.RejectionType.MALFORMED;
import static io.appeals.schema.result.RejectionType.VERSION_MISMATCH;

import io.appeals.commands.category.CategoryCatalogue;
import io.appeals.commands.intake.CommandForm;
import io.appeals.commands.lifecycle.AvailableAction;
import io.appeals.commands.lifecycle.AvailableActions;
import io.appeals.commands.lifecycle.Lifecycle;
import io.appeals.commands.lifecycle.LifecyclePolicy;
import io.appeals.commands.lifecycle.Refusal;
import io.appeals.schema.appeal.ClosureReason;
import io.appeals.schema.command.AppealCommand;
import io.appeals.schema.command.AppealCommand.AcceptDecision;
import io.appeals.schema.command.AppealCommand.AmendAppeal;
import io.appeals.schema.command.AppealCommand.AssessEvidence;
import io.appeals.schema.command.AppealCommand.AssignReviewer;
import io.appeals.schema.command.AppealCommand.AttachEvidence;
import io.appeals.schema.command.AppealCommand.CloseAppeal;
import io.appeals.schema.command.AppealCommand.ConfirmRemedy;
import io.appeals.schema.command.AppealCommand.DecideAppeal;
import io.appeals.schema.command.AppealCommand.EscalateAppeal;
import io.appeals.schema.command.AppealCommand.ExtendDeadline;
import io.appeals.schema.command.AppealCommand.FlagIntegrity;
import io.appeals.schema.command.AppealCommand.GrantMandate;
import io.appeals.schema.command.AppealCommand.LapseAppeal;
import io.appeals.schema.command.AppealCommand.OpenAppeal;
import io.appeals.schema.command.AppealCommand.PostMessage;
import io.appeals.schema.command.AppealCommand.ProvideInformation;
import io.appeals.schema.command.AppealCommand.RecategorizeAppeal;
import io.appeals.schema.command.AppealCommand.RecordEnforcement;
import io.appeals.schema.command.AppealCommand.RecordExternalOutcome;
import io.appeals.schema.command.AppealCommand.ReferExternally;
import io.appeals.schema.command.AppealCommand.RejectAsInadmissible;
import io.appeals.schema.command.AppealCommand.RemoveEvidence;
import io.appeals.schema.command.AppealCommand.ReopenAppeal;
import io.appeals.schema.command.AppealCommand.RequestInformation;
import io.appeals.schema.command.AppealCommand.RevokeMandate;
import io.appeals.schema.command.AppealCommand.StartReview;
import io.appeals.schema.command.AppealCommand.SubmitAppeal;
import io.appeals.schema.command.AppealCommand.WithdrawAppeal;
import io.appeals.schema.command.IssuedCommand;
import io.appeals.schema.event.AppealEvent;
import io.appeals.schema.event.AppealEvent.AppealClosed;
import io.appeals.schema.event.AppealEvent.AppealRejected;
import io.appeals.schema.event.AppealEvent.ReferredExternally;
import io.appeals.schema.event.AppealEvent.ReviewStarted;
import io.appeals.schema.event.AppealEvent.ReviewerAssigned;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.result.FieldError;
import io.appeals.schema.result.Rejection;
import java.util.List;
import java.util.Optional;

/**
 * Decides commands to an appeal and folds its events. Pure: the same state and command give the same answer for ever.
 *
 * <p>Checks come in this order, and the first that fails answers: the command's form; whether the sender has a part in
 * the case; role and mandate; the expected version; the status; the rules. Time rules are judged at the command's
 * issuedAt, or at the last event's time where that is later, since nothing happens before what has already happened.
 */
public final class AppealDecider {

    private final CommandForm form;
    private final Lifecycle lifecycle;
    private final AvailableActions availableActions;
    private final Filing filing;
    private final Reviewing reviewing;
    private final Deciding deciding;
    private final Ending ending;

    public AppealDecider(CategoryCatalogue catalogue, LifecyclePolicy policy) {
        Categories categories = new Categories(catalogue);
        this.form = new CommandForm(catalogue);
        this.lifecycle = new Lifecycle(catalogue, policy);
        this.availableActions = new AvailableActions(lifecycle);
        this.filing = new Filing(categories, policy);
        this.reviewing = new Reviewing(categories, policy);
        this.deciding = new Deciding(policy);
        this.ending = new Ending(policy);
    }

    /** What happens on this command, or why nothing does. */
    public Decision decide(AppealState state, IssuedCommand issued) {
        Optional<Rejection> malformed = malformed(issued);
        if (malformed.isPresent()) {
            return new Decision.Rejected(malformed.get());
        }
        Situation now = new Situation(state, issued.actor(), state.momentOf(issued.issuedAt()));
        Optional<Refusal> refusal = refusal(issued, now);
        Verdict verdict = refusal.isPresent() ? new Verdict.Refused(refusal.get()) : verdict(issued.command(), now);
        return switch (verdict) {
            case Verdict.Happens happens -> new Decision.Accepted(List.of(happens.event()));
            case Verdict.Refused refused -> rejected(refused.refusal(), now);
        };
    }

    /** What is wrong with the command's form, whatever appeal it is for; empty when nothing is. */
    public Optional<Rejection> malformed(IssuedCommand issued) {
        List<FieldError> errors = form.check(issued);
        return errors.isEmpty() ? Optional.empty() : Optional.of(malformed(errors));
    }

    /** What a stranger to the case is told, whatever they ask for; empty for whoever has a part in it. */
    public Optional<Rejection> strangersRefusal(AppealState state, IssuedCommand issued) {
        return lifecycle.isStranger(state, issued.actor())
                        && decide(state, issued) instanceof Decision.Rejected(Rejection rejection)
                ? Optional.of(rejection)
                : Optional.empty();
    }

    /**
     * The state after the appeal's next event.
     *
     * @throws IllegalArgumentException when the event is not the next one of this appeal
     */
    public AppealState evolve(AppealState state, RecordedEvent event) {
        return Fold.evolve(state, event);
    }

    /**
     * What is wrong with an event that can be folded: its seller, its time, or the status, stage or closing reason that
     * it claims the appeal has after it. {@link #evolve} takes an event at its word, so only this tells.
     */
    public Optional<String> contradiction(AppealState before, RecordedEvent event) {
        return Contradiction.in(before, event);
    }

    /** What somebody may do next, by the same table that decides. */
    public AvailableActions availableActions() {
        return availableActions;
    }

    private Optional<Refusal> refusal(IssuedCommand issued, Situation now) {
        Class<? extends AppealCommand> command = issued.command().getClass();
        return OwnName.refusal(issued)
                .or(() -> lifecycle.noAccess(command, now.state(), now.actor(), now.at()))
                .or(() -> otherVersion(issued, now.state()))
                .or(() -> lifecycle.notNow(command, now.state(), now.actor(), now.at()));
    }

    private static Optional<Refusal> otherVersion(IssuedCommand issued, AppealState state) {
        Long expected = issued.expectedVersion();
        return expected == null || expected == state.version()
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        VERSION_MISMATCH,
                        null,
                        "The appeal is at version " + state.version() + ", not " + expected
                                + ". Read it again and decide whether the command still fits."));
    }

    private Verdict verdict(AppealCommand command, Situation now) {
        return switch (command) {
            case RecordEnforcement c -> filing.recordEnforcement(c, now);
            case OpenAppeal c -> filing.open(c, now);
            case AmendAppeal c -> filing.amend(c, now);
            case AttachEvidence c -> filing.attach(c, now);
            case RemoveEvidence c -> filing.remove(c, now);
            case SubmitAppeal c -> filing.submit(c, now);
            case AssignReviewer c -> happens(new ReviewerAssigned(c.reviewerId(), c.queue(), c.priority()));
            case StartReview c -> happens(new ReviewStarted(now.actor().id(), c.note()));
            case RejectAsInadmissible c -> happens(new AppealRejected(c.reason()));
            case RecategorizeAppeal c -> reviewing.recategorize(c, now);
            case AssessEvidence c -> reviewing.assess(c, now);
            case RequestInformation c -> reviewing.request(c, now);
            case ProvideInformation c -> reviewing.provide(c, now);
            case ExtendDeadline c -> reviewing.extend(c, now);
            case PostMessage c -> reviewing.post(c, now);
            case FlagIntegrity c -> reviewing.flag(c, now);
            case DecideAppeal c -> deciding.decide(c, now);
            case AcceptDecision c -> happens(new AppealClosed(ClosureReason.ACCEPTED, c.note()));
            case EscalateAppeal c -> deciding.escalate(c, now);
            case ReferExternally c -> happens(new ReferredExternally(c.body(), c.reference(), c.reason()));
            case RecordExternalOutcome c -> deciding.recordExternalOutcome(c);
            case ConfirmRemedy c -> deciding.confirm(c, now);
            case WithdrawAppeal c -> ending.withdraw(c, now);
            case LapseAppeal c -> ending.lapse(c, now);
            case CloseAppeal c -> happens(new AppealClosed(ClosureReason.FINAL_DECISION, c.reason()));
            case ReopenAppeal c -> ending.reopen(c, now);
            case GrantMandate c -> Representing.grant(c, now);
            case RevokeMandate c -> Representing.revoke(c, now);
        };
    }

    private static Verdict happens(AppealEvent event) {
        return new Verdict.Happens(event);
    }

    private static Rejection malformed(List<FieldError> errors) {
        return new Rejection(
                MALFORMED,
                null,
                "The command is not in the right form. Correct what 'errors' names, and send it again.",
                errors,
                null,
                List.of());
    }

    /** Strangers to a case learn nothing about it from a refusal, not even whether there is one. */
    private Decision rejected(Refusal refusal, Situation now) {
        AppealState state = now.state();
        boolean stranger = lifecycle.isStranger(state, now.actor());
        List<String> allowed = stranger
                ? List.of()
                : availableActions.of(state, now.actor(), now.at()).stream()
                        .map(AvailableAction::action)
                        .toList();
        Long version = stranger || refusal.type() == FORBIDDEN ? null : Long.valueOf(state.version());
        return new Decision.Rejected(
                new Rejection(refusal.type(), refusal.rule(), refusal.detail(), refusal.errors(), version, allowed));
    }
}
