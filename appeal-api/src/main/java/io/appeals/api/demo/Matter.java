package io.appeals.api.demo;

import io.appeals.schema.appeal.AppealId;
import io.appeals.schema.appeal.Remedy;
import io.appeals.schema.appeal.SubjectType;
import java.math.BigDecimal;
import java.util.List;

/**
 * What one appeal is about.
 *
 * @param number tells the matters of a run apart
 * @param product what the texts name
 * @param cents what is at stake, in cents of a euro
 */
record Matter(
        Person seller,
        AppealCategory category,
        Story story,
        SubjectType subjectType,
        String number,
        String product,
        int cents) {

    /** Computed before anything is sent, as an integrator would. */
    String appealId() {
        return AppealId.of(seller.id(), subjectType, reference());
    }

    /** The marketplace's own id of it. */
    String reference() {
        return switch (subjectType) {
            case LISTING -> "LST-" + number;
            case ACCOUNT -> "ACC-" + number;
            case ORDER_CLAIM -> "CLM-" + number;
            case INTELLECTUAL_PROPERTY -> "IPC-" + number;
            case FUNDS -> "HLD-" + number;
            case FEE -> "FEE-" + number;
        };
    }

    /** What the marketplace did. */
    String restriction() {
        return switch (subjectType) {
            case LISTING, INTELLECTUAL_PROPERTY -> "LISTING_REMOVED";
            case ACCOUNT -> "ACCOUNT_SUSPENDED";
            case ORDER_CLAIM -> "REFUND_CHARGED";
            case FUNDS -> "FUNDS_HELD";
            case FEE -> "FEE_CHARGED";
        };
    }

    /** What undoes it, the most important first. */
    List<Remedy> remedies() {
        return switch (subjectType) {
            case LISTING, INTELLECTUAL_PROPERTY -> List.of(Remedy.LISTING_REINSTATED, Remedy.DEFECT_REMOVED);
            case ACCOUNT -> List.of(Remedy.ACCOUNT_REINSTATED, Remedy.DEFECT_REMOVED);
            case ORDER_CLAIM -> List.of(Remedy.REFUND_REVERSED, Remedy.DEFECT_REMOVED);
            case FUNDS -> List.of(Remedy.FUNDS_RELEASED);
            case FEE -> List.of(Remedy.FEE_CREDITED);
        };
    }

    Body subject() {
        Body subject = Body.of("type", subjectType.name()).with("reference", reference());
        return switch (subjectType) {
            case LISTING, INTELLECTUAL_PROPERTY -> subject.with("listingIds", List.of("ASIN-" + number));
            case ACCOUNT -> subject;
            case ORDER_CLAIM ->
                subject.with("orderIds", List.of("ORD-" + number))
                        .with("transactionIds", List.of("TRX-" + number))
                        .with("amount", amount());
            case FUNDS, FEE -> subject.with("amount", amount());
        };
    }

    Body amount() {
        return Body.of("value", BigDecimal.valueOf(cents, 2)).with("currency", "EUR");
    }

    Body planOfAction() {
        return Body.of("rootCause", told(story.rootCause()))
                .with("correctiveActions", told(story.correctiveActions()))
                .with("preventiveActions", told(story.preventiveActions()));
    }

    /** A text of the story with the names of this matter. */
    String told(String text) {
        return text.replace("{product}", product);
    }
}
