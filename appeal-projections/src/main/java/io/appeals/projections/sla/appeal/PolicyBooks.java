package io.appeals.projections.sla.appeal;

import io.appeals.projections.sla.policy.PolicyBook;

/** The policies that cycles are reckoned with. */
public interface PolicyBooks {

    /** What a cycle that begins now is pinned to. */
    PolicyBook current();

    /**
     * What an earlier cycle was pinned to.
     *
     * @throws IllegalArgumentException if no clock was ever pinned to it
     */
    PolicyBook pinned(String id);

    /** The same policies for all cycles. */
    static PolicyBooks always(PolicyBook book) {
        return new PolicyBooks() {
            @Override
            public PolicyBook current() {
                return book;
            }

            @Override
            public PolicyBook pinned(String id) {
                return book;
            }
        };
    }
}
