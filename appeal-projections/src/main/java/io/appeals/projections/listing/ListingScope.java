package io.appeals.projections.listing;

import io.appeals.projections.ListingQuery;
import io.appeals.schema.appeal.AppealStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A set of appeals that the index holds together, in order. Every appeal is in exactly one STATUS scope, so all of them together are everything; the others are there to find few among many.
 */
public record ListingScope(Kind kind, String value) {

    /** What the appeals of a scope have in common. */
    public enum Kind {
        SELLER('s'),
        STATUS('t'),
        REVIEWER('r'),
        REPRESENTATIVE('p');

        private final byte code;

        Kind(char code) {
            this.code = (byte) code;
        }

        /** As it stands in keys of the index. */
        public byte code() {
            return code;
        }
    }

    /** All scopes that an appeal is in. */
    public static List<ListingScope> of(ListingFacts facts) {
        List<ListingScope> scopes = new ArrayList<>(4);
        scopes.add(new ListingScope(Kind.STATUS, facts.status().name()));
        scopes.add(new ListingScope(Kind.SELLER, facts.sellerId()));
        if (facts.assignedTo() != null) {
            scopes.add(new ListingScope(Kind.REVIEWER, facts.assignedTo()));
        }
        facts.representativeIds().forEach(id -> scopes.add(new ListingScope(Kind.REPRESENTATIVE, id)));
        return scopes;
    }

    /** The scopes that together hold everything the query can match: the narrowest kind that it names. */
    public static List<ListingScope> covering(ListingQuery query) {
        if (query.representativeId() != null) {
            return List.of(new ListingScope(Kind.REPRESENTATIVE, query.representativeId()));
        }
        if (query.sellerId() != null) {
            return List.of(new ListingScope(Kind.SELLER, query.sellerId()));
        }
        if (query.assignedTo() != null) {
            return List.of(new ListingScope(Kind.REVIEWER, query.assignedTo()));
        }
        Stream<AppealStatus> statuses =
                query.statuses().isEmpty() ? Arrays.stream(AppealStatus.values()) : query.statuses().stream();
        return statuses.map(status -> new ListingScope(Kind.STATUS, status.name()))
                .toList();
    }
}
