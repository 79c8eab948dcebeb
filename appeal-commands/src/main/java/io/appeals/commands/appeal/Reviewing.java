package io.appeals.commands.appeal;

import io.appeals.commands.lifecycle.InformationRequest;
import io.appeals.commands.lifecycle.LifecyclePolicy;
import io.appeals.commands.lifecycle.Refusal;
import io.appeals.schema.appeal.MessageVisibility;
import io.appeals.schema.appeal.SubjectType;
import io.appeals.schema.command.AppealCommand.AssessEvidence;
import io.appeals.schema.command.AppealCommand.ExtendDeadline;
import io.appeals.schema.command.AppealCommand.FlagIntegrity;
import io.appeals.schema.command.AppealCommand.PostMessage;
import io.appeals.schema.command.AppealCommand.ProvideInformation;
import io.appeals.schema.command.AppealCommand.RecategorizeAppeal;
import io.appeals.schema.command.AppealCommand.RequestInformation;
import io.appeals.schema.event.AppealEvent.AppealRecategorized;
import io.appeals.schema.event.AppealEvent.DeadlineExtended;
import io.appeals.schema.event.AppealEvent.EvidenceAssessed;
import io.appeals.schema.event.AppealEvent.InformationProvided;
import io.appeals.schema.event.AppealEvent.InformationRequested;
import io.appeals.schema.event.AppealEvent.IntegrityFlagged;
import io.appeals.schema.event.AppealEvent.MessagePosted;
import io.appeals.schema.result.RejectionType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What reviewers do with a case, and how the others answer them. */
final class Reviewing {

    private final Categories categories;
    private final LifecyclePolicy policy;

    Reviewing(Categories categories, LifecyclePolicy policy) {
        this.categories = categories;
        this.policy = policy;
    }

    Verdict recategorize(RecategorizeAppeal command, Situation now) {
        String before = now.matter().category();
        if (before == null || command.category().equals(before)) {
            return Verdict.refused(
                    "category-unchanged",
                    "The appeal is " + before + " already. Name another category, or leave it as it is.");
        }
        SubjectType subjectType = now.matter().subject().type();
        return categories
                .notApplicable(command.category(), subjectType)
                .orElseGet(() ->
                        new Verdict.Happens(new AppealRecategorized(before, command.category(), command.reason())));
    }

    Verdict assess(AssessEvidence command, Situation now) {
        return Rules.unknownEvidence(List.of(command.evidenceId()), now.state())
                .orElseGet(() -> new Verdict.Happens(
                        new EvidenceAssessed(command.evidenceId(), command.assessment(), command.reason())));
    }

    Verdict request(RequestInformation command, Situation now) {
        if (now.state().review().knowsRequest(command.requestId())) {
            return Verdict.refused(
                    "request-exists",
                    "Information request " + command.requestId()
                            + " was made before. Give the new one its own requestId.");
        }
        Duration usual = switch (command.from()) {
            case SELLER -> policy.sellerResponse();
            case THIRD_PARTY -> policy.thirdPartyResponse();
        };
        Instant dueAt = Moments.inLog(command.dueAt(), now.at().plus(usual));
        if (!dueAt.isAfter(now.at())) {
            return Rules.deadlineInThePast(dueAt, now.at());
        }
        return new Verdict.Happens(new InformationRequested(
                command.requestId(), command.from(), command.items(), command.message(), dueAt));
    }

    /** An answer that comes late still counts while the appeal has not lapsed. */
    Verdict provide(ProvideInformation command, Situation now) {
        InformationRequest open = now.state().openRequest();
        if (open == null || !open.requestId().equals(command.requestId())) {
            return Rules.requestNotOpen(command.requestId(), now.state());
        }
        return Rules.unknownEvidence(command.evidenceIds(), now.state())
                .orElseGet(() -> new Verdict.Happens(new InformationProvided(
                        command.requestId(), open.from(), command.note(), command.evidenceIds())));
    }

    Verdict extend(ExtendDeadline command, Situation now) {
        InformationRequest open = now.state().openRequest();
        if (open == null || !open.requestId().equals(command.requestId())) {
            return Rules.requestNotOpen(command.requestId(), now.state());
        }
        Instant dueAt = Moments.inLog(command.dueAt());
        if (!dueAt.isAfter(now.at())) {
            return Rules.deadlineInThePast(dueAt, now.at());
        }
        if (!dueAt.isAfter(open.dueAt())) {
            return Verdict.refused(
                    "deadline-not-later",
                    "The answer is due at " + open.dueAt() + "; an extension must name a later moment than that.");
        }
        return new Verdict.Happens(new DeadlineExtended(command.requestId(), open.dueAt(), dueAt, command.reason()));
    }

    Verdict post(PostMessage command, Situation now) {
        if (command.visibility() == MessageVisibility.MARKETPLACE && now.actor().isSellerSide()) {
            return new Verdict.Refused(
                    Refusal.of(
                            RejectionType.FORBIDDEN,
                            "marketplace-visibility",
                            "Only the marketplace's own people can write what the seller does not see. Post it with visibility ALL."));
        }
        if (now.state().recentMessageIds().contains(command.messageId())) {
            return Verdict.refused(
                    "message-exists",
                    "Message " + command.messageId() + " is posted already. Give a new message its own messageId.");
        }
        return new Verdict.Happens(new MessagePosted(command.messageId(), command.body(), command.visibility()));
    }

    Verdict flag(FlagIntegrity command, Situation now) {
        return Rules.unknownEvidence(command.evidenceIds(), now.state())
                .orElseGet(() -> new Verdict.Happens(
                        new IntegrityFlagged(command.flag(), command.reason(), command.evidenceIds())));
    }
}
