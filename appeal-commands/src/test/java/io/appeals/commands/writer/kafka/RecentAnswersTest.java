package io.appeals.commands.writer.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.commands.CommandAnswer;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.Stage;
import io.appeals.schema.result.CommandResult;
import io.appeals.schema.result.Rejection;
import io.appeals.schema.result.RejectionType;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentAnswersTest {

    private final AtomicLong now = new AtomicLong();
    private final RecentAnswers recent = new RecentAnswers(now::get);

    @Test
    void theLatestAnswerToACommandIsRemembered() {
        recent.promise("c", pending("c"));
        assertThat(recent.find("c")).contains(pending("c"));
        assertThat(recent.find("other")).isEmpty();
    }

    @Test
    void aNewerAnswerCountsAlsoWhenTheOlderIsInTheOlderHalf() {
        recent.promise("c", pending("c"));
        passTime();
        CommandAnswer later = new CommandAnswer.Pending("c", "the appeal, later");
        recent.promise("c", later);
        assertThat(recent.find("c")).contains(later);
    }

    @Test
    void anAcceptedCommandStaysAcceptedWhenItsIdIsUsedAgain() {
        CommandAnswer accepted = new CommandAnswer.Decided(CommandResult.accepted(
                "c", "appeal", 2, AppealStatus.DRAFT, Stage.FIRST_REVIEW, List.of("AppealOpened"), Instant.EPOCH));
        CommandAnswer refused = new CommandAnswer.Decided(CommandResult.rejected(
                "c",
                "appeal",
                new Rejection(RejectionType.IDEMPOTENCY_KEY_REUSED, null, "used before", List.of(), null, List.of()),
                Instant.EPOCH));

        recent.give("c", accepted);
        recent.give("c", refused);
        recent.promise("c", pending("c"));
        assertThat(recent.find("c")).contains(accepted);

        recent.give("d", refused);
        recent.give("d", accepted);
        assertThat(recent.find("d")).contains(accepted);
    }

    @Test
    void anAnswerIsRememberedForTheWholeTimeAndForgottenAfterTwice() {
        recent.promise("c", pending("c"));
        passTime();
        recent.promise("next", pending("next"));
        assertThat(recent.find("c")).isPresent();
        passTime();
        recent.promise("last", pending("last"));
        assertThat(recent.find("c")).isEmpty();
        assertThat(recent.find("next")).isPresent();
    }

    @Test
    void howeverManyComeTheMemoryIsBounded() {
        IntStream.range(0, 3 * RecentAnswers.PROMISED_AT_MOST).forEach(i -> recent.promise("c" + i, pending("c" + i)));
        long remembered = IntStream.range(0, 3 * RecentAnswers.PROMISED_AT_MOST)
                .filter(i -> recent.find("c" + i).isPresent())
                .count();
        assertThat(remembered).isBetween((long) RecentAnswers.PROMISED_AT_MOST, 2L * RecentAnswers.PROMISED_AT_MOST);
        assertThat(recent.find("c" + (3 * RecentAnswers.PROMISED_AT_MOST - 1))).isPresent();
    }

    @Test
    void answersThatWereGivenDirectlyCrowdOutNoneThatWasPromised() {
        recent.promise("promised", pending("promised"));
        IntStream.range(0, 3 * RecentAnswers.GIVEN_AT_MOST).forEach(i -> recent.give("c" + i, pending("c" + i)));
        assertThat(recent.find("promised")).isPresent();
        assertThat(recent.find("c0")).isEmpty();
        assertThat(recent.find("c" + (3 * RecentAnswers.GIVEN_AT_MOST - 1))).isPresent();
    }

    @Test
    void whatBecameOfAPromisedCommandIsKeptAsLongAsThePromise() {
        CommandAnswer later = new CommandAnswer.Pending("promised", "the appeal, later");
        recent.promise("promised", pending("promised"));
        recent.give("promised", later);
        IntStream.range(0, 3 * RecentAnswers.GIVEN_AT_MOST).forEach(i -> recent.give("c" + i, pending("c" + i)));
        assertThat(recent.find("promised")).contains(later);
    }

    private void passTime() {
        now.addAndGet(RecentAnswers.REMEMBERED.plusSeconds(1).toNanos());
    }

    private static CommandAnswer pending(String id) {
        return new CommandAnswer.Pending(id, "appeal");
    }
}
