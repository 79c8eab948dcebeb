package io.appeals.schema.appeal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is appealed.
 *
 * @param reference the marketplace's own id of the matter
 * @param amount what is at stake, where money is
 */
public record Subject(
        SubjectType type,
        String reference,
        List<String> orderIds,
        List<String> transactionIds,
        List<String> listingIds,
        @Nullable Money amount) {

    public Subject {
        orderIds = List.copyOf(orderIds);
        transactionIds = List.copyOf(transactionIds);
        listingIds = List.copyOf(listingIds);
    }

    public static Subject of(SubjectType type, String reference) {
        return new Subject(type, reference, List.of(), List.of(), List.of(), null);
    }
}
