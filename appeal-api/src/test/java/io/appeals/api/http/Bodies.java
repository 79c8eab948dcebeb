package io.appeals.api.http;

/** Bodies that tests send where their details do not matter. */
public final class Bodies {

    private Bodies() {}

    public static String enforcement(String sellerId, String listing) {
        return """
                {"sellerId": "%s", "marketplaceId": "de",
                 "subject": {"type": "LISTING", "reference": "%s", "orderIds": ["O-1"], "amount": {"value": 249.90, "currency": "EUR"}},
                 "restriction": "LISTING_REMOVED", "decisionGround": "Terms of sale, 4.2", "facts": "Three buyers reported a counterfeit.",
                 "automatedDetection": true, "automatedDecision": false}
                """.formatted(sellerId, listing);
    }

    public static String opening(String listing) {
        return """
                {"subject": {"type": "LISTING", "reference": "%s"}, "category": "PRODUCT_AUTHENTICITY",
                 "statement": "The goods are genuine; the supplier's invoice is attached.",
                 "planOfAction": {"rootCause": "A supplier mixed lots.", "correctiveActions": "Stock was checked.", "preventiveActions": "Every lot is checked."},
                 "desiredRemedies": ["LISTING_REINSTATED"]}
                """.formatted(listing);
    }

    public static String evidence(String kind) {
        return """
                {"kind": "%s", "fileName": "%s.pdf", "contentType": "application/pdf", "sizeBytes": 182044, "sha256": "%s",
                 "location": "https://files.example/%s.pdf"}
                """.formatted(kind, kind.toLowerCase(java.util.Locale.ROOT), "0f".repeat(32), kind);
    }

    public static final String TRUTH = """
            {"truthDeclaration": {"accepted": true, "signer": "A. Seller"}}
            """;

    public static String decision(String outcome, String reviewer) {
        return """
                {"outcome": "%s", "reasons": "The invoice does not name the goods.", "reasonCodes": ["INVOICE_UNRELATED"],
                 "humanReviewerId": "%s", "automation": "NONE"}
                """.formatted(outcome, reviewer);
    }
}
