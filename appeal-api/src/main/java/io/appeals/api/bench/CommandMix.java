package io.appeals.api.bench;

import io.appeals.schema.appeal.Actor;
import io.appeals.schema.appeal.ActorType;
import io.appeals.schema.appeal.AppealId;
import io.appeals.schema.appeal.MessageVisibility;
import io.appeals.schema.appeal.Subject;
import io.appeals.schema.appeal.SubjectType;
import io.appeals.schema.appeal.TruthDeclaration;
import io.appeals.schema.command.AppealCommand;
import io.appeals.schema.command.AppealCommand.AttachEvidence;
import io.appeals.schema.command.AppealCommand.OpenAppeal;
import io.appeals.schema.command.AppealCommand.PostMessage;
import io.appeals.schema.command.AppealCommand.RecordEnforcement;
import io.appeals.schema.command.AppealCommand.StartReview;
import io.appeals.schema.command.AppealCommand.SubmitAppeal;
import io.appeals.schema.command.IssuedCommand;
import java.time.Instant;
import java.util.List;

/**
 * What is sent: six commands an appeal, by its marketplace, its seller and its reviewer, each accepted only after the
 * one before it. Texts are always the same, so that nothing is measured but the product.
 */
final class CommandMix {

    static final int COMMANDS_PER_APPEAL = 6;
    static final int SELLERS = 64;
    static final int REVIEWERS = 32;
    static final int PLATFORMS = 16;

    static final String CATEGORY = "PRODUCT_AUTHENTICITY";
    static final String RESTRICTION = "LISTING_REMOVED";
    static final String GROUND = "Terms of sale 4.2: only genuine goods may be offered";
    static final String FACTS =
            "Three buyers reported missing security labels within ten days of each other, and the brand's protection"
                    + " team, which bought one of the units itself, holds it for a counterfeit.";
    static final String STATEMENT =
            "The goods are genuine: the distributor's invoice covers every unit that we sold. The labels were changed by"
                    + " the brand in spring, which the buyers could not know.";
    static final String EVIDENCE_ID = "ev-1";
    static final String EVIDENCE_KIND = "PURCHASE_INVOICE";
    static final String FILE_NAME = "invoice-2026-0117.pdf";
    static final String CONTENT_TYPE = "application/pdf";
    static final long FILE_SIZE = 182_044;
    static final String SHA_256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    static final String SIGNER = "Ada Lindqvist";
    static final String NOTE =
            "Taken from the queue; the invoice is the first thing to be looked at, then the labels, for which the brand's"
                    + " protection team has been asked to send its pictures of the unit.";
    static final String MESSAGE_ID = "msg-1";
    static final String MESSAGE =
            "We have begun to look into it and will be back within two working days. Until then the listing stays where it"
                    + " is; nothing else about your account changes.";

    private final String run;

    /** @param run tells the appeals of this run from those of others on the same log */
    CommandMix(String run) {
        this.run = run;
    }

    /**
     * One appeal.
     *
     * @param number among all of the run
     */
    record Appeal(long number, String appealId, String sellerId, String reference) {

        String reviewerId() {
            return CommandMix.reviewerId((int) (number % REVIEWERS));
        }

        String platformId() {
            return CommandMix.platformId((int) (number % PLATFORMS));
        }

        /** Names one of its commands. */
        String commandId(int turn) {
            return reference + "-" + turn;
        }

        /** Who sends that command. */
        ActorType sender(int turn) {
            return switch (turn) {
                case 0 -> ActorType.PLATFORM;
                case 1, 2, 3 -> ActorType.SELLER;
                default -> ActorType.REVIEWER;
            };
        }

        String senderId(int turn) {
            return switch (sender(turn)) {
                case PLATFORM -> platformId();
                case SELLER -> sellerId;
                default -> reviewerId();
            };
        }
    }

    static String sellerId(int number) {
        return "S-" + (10_000 + number);
    }

    static String reviewerId(int number) {
        return "rev-" + (100 + number);
    }

    static String platformId(int number) {
        return "marketplace-" + number;
    }

    Appeal appeal(long number) {
        String sellerId = sellerId((int) (number % SELLERS));
        String reference = "LST-" + run + "-" + number;
        return new Appeal(number, AppealId.of(sellerId, SubjectType.LISTING, reference), sellerId, reference);
    }

    /** @param turn from 0 to {@link #COMMANDS_PER_APPEAL} - 1 */
    IssuedCommand issued(Appeal appeal, int turn, Instant now) {
        return new IssuedCommand(
                appeal.commandId(turn),
                appeal.appealId(),
                null,
                Actor.of(appeal.sender(turn), appeal.senderId(turn)),
                now,
                command(appeal, turn));
    }

    private static AppealCommand command(Appeal appeal, int turn) {
        return switch (turn) {
            case 0 ->
                new RecordEnforcement(
                        appeal.sellerId(),
                        null,
                        subject(appeal),
                        RESTRICTION,
                        GROUND,
                        FACTS,
                        null,
                        null,
                        null,
                        null,
                        null);
            case 1 -> new OpenAppeal(appeal.sellerId(), subject(appeal), CATEGORY, STATEMENT, null, List.of());
            case 2 ->
                new AttachEvidence(
                        EVIDENCE_ID, EVIDENCE_KIND, FILE_NAME, CONTENT_TYPE, FILE_SIZE, SHA_256, null, null, null);
            case 3 -> new SubmitAppeal(new TruthDeclaration(true, SIGNER));
            case 4 -> new StartReview(NOTE);
            case 5 -> new PostMessage(MESSAGE_ID, MESSAGE, MessageVisibility.ALL);
            default -> throw new IllegalArgumentException("an appeal has no command " + turn);
        };
    }

    private static Subject subject(Appeal appeal) {
        return Subject.of(SubjectType.LISTING, appeal.reference());
    }
}
