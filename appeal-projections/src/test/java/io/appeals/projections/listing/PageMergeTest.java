package io.appeals.projections.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.projections.ListingQuery;
import io.appeals.projections.ListingSort;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.Stage;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PageMergeTest {

    private static final ListingQuery QUERY = ListingQuery.all(ListingSort.OPENED_ASCENDING, 3);

    @RepeatedTest(50)
    void manyOrderedSourcesBecomeOneOrder(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<List<Candidates.Candidate>> partitions = new ArrayList<>();
        for (int partition = 0; partition < 5; partition++) {
            partitions.add(candidates(random, partition, random.nextInt(20)));
        }
        List<Place> expected = partitions.stream()
                .flatMap(List::stream)
                .map(Candidates.Candidate::place)
                .sorted()
                .toList();

        List<Place> read = new ArrayList<>();
        ListingQuery query = QUERY;
        do {
            Place after = Cursor.of(query).orElse(null);
            PageMerge.Page page = PageMerge.merge(sourcesAfter(partitions, after), query);
            page.candidates().forEach(candidate -> read.add(candidate.place()));
            query = query.from(page.nextCursor());
        } while (query.cursor() != null);

        assertThat(read).as("seed %d", repetition.getCurrentRepetition()).isEqualTo(expected);
    }

    @Test
    void thePageThatTakesTheLastOneSaysThatNothingFollows() {
        PageMerge.Page page = PageMerge.merge(sourcesAfter(List.of(candidates(new Random(1), 0, 3)), null), QUERY);

        assertThat(page.candidates()).hasSize(3);
        assertThat(page.nextCursor()).isNull();
    }

    @Test
    void aFilterThatHardlyAnythingMatchesGivesShortPagesThatGoOn() {
        List<List<Candidates.Candidate>> one = List.of(candidates(new Random(1), 0, 10));
        ListingQuery query = QUERY.inCategory("NO_SUCH_CATEGORY");
        int pages = 0;
        do {
            PageMerge.Page page =
                    PageMerge.merge(sourcesAfter(one, Cursor.of(query).orElse(null)), query, 4);
            assertThat(page.candidates()).isEmpty();
            query = query.from(page.nextCursor());
            pages++;
        } while (query.cursor() != null);

        assertThat(pages).isEqualTo(3);
    }

    private static List<Candidates.Candidate> candidates(Random random, int partition, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Place(Instant.ofEpochMilli(random.nextInt(10)), "appeal-" + partition + "-" + i))
                .sorted()
                .map(place -> new Candidates.Candidate(place, facts(), partition))
                .toList();
    }

    private static ListingFacts facts() {
        return new ListingFacts(
                "seller-1",
                AppealStatus.DRAFT,
                Stage.FIRST_REVIEW,
                "FUNDS_HELD",
                null,
                null,
                null,
                List.of(),
                null,
                null);
    }

    private static List<Candidates> sourcesAfter(List<List<Candidates.Candidate>> partitions, @Nullable Place after) {
        return partitions.stream()
                .map(all -> all.stream()
                        .filter(candidate -> after == null || candidate.place().compareTo(after) > 0)
                        .sorted(Comparator.comparing(Candidates.Candidate::place))
                        .toList())
                .<Candidates>map(ListedCandidates::new)
                .toList();
    }

    private static final class ListedCandidates implements Candidates {

        private final Deque<Candidate> left;

        private ListedCandidates(List<Candidate> all) {
            left = new ArrayDeque<>(all);
        }

        @Override
        public @Nullable Candidate current() {
            return left.peek();
        }

        @Override
        public void advance() {
            left.poll();
        }
    }
}
