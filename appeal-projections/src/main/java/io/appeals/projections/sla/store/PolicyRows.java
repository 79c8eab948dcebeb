package io.appeals.projections.sla.store;

import io.appeals.projections.sla.policy.PolicyBook;
import io.appeals.projections.sla.policy.PolicyTerms;
import io.appeals.schema.wire.RecordCodec;

/** Policies as rows: whole books, so that clocks which are pinned to one can be reckoned when its file is long gone. */
public final class PolicyRows {

    private static final RecordCodec<PolicyTerms> TERMS = RecordCodec.of(PolicyTerms.class);

    private PolicyRows() {}

    public static byte[] toBytes(PolicyBook book) {
        return TERMS.encode(book.terms());
    }

    public static PolicyBook ofBytes(byte[] row) {
        return PolicyBook.of(TERMS.decode(row));
    }
}
