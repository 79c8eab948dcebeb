package io.appeals.commands.writer.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.commands.CommandAnswer;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentAnswersTest {

    private final AtomicLong now = new AtomicLong();
    private final RecentAnswers recent = new RecentAnswers(now::get);

    @Test
    void theLatestAnswerToACommandIsRemembered() {
        recent.remember("c", pending("c"));
        assertThat(recent.find("c")).contains(pending("c"));
        assertThat(recent.find("other")).isEmpty();
    }

    @Test
    void aNewerAnswerCountsAlsoWhenTheOlderIsInTheOlderHalf() {
        recent.remember("c", pending("c"));
        passTime();
        CommandAnswer later = new CommandAnswer.Pending("c", "the appeal, later");
        recent.remember("c", later);
        assertThat(recent.find("c")).contains(later);
    }

    @Test
    void anAnswerIsRememberedForTheWholeTimeAndForgottenAfterTwice() {
        recent.remember("c", pending("c"));
        passTime();
        recent.remember("next", pending("next"));
        assertThat(recent.find("c")).isPresent();
        passTime();
        recent.remember("last", pending("last"));
        assertThat(recent.find("c")).isEmpty();
        assertThat(recent.find("next")).isPresent();
    }

    @Test
    void howeverManyComeTheMemoryIsBounded() {
        IntStream.range(0, 3 * RecentAnswers.AT_MOST).forEach(i -> recent.remember("c" + i, pending("c" + i)));
        long remembered = IntStream.range(0, 3 * RecentAnswers.AT_MOST)
                .filter(i -> recent.find("c" + i).isPresent())
                .count();
        assertThat(remembered).isBetween((long) RecentAnswers.AT_MOST, 2L * RecentAnswers.AT_MOST);
        assertThat(recent.find("c" + (3 * RecentAnswers.AT_MOST - 1))).isPresent();
    }

    private void passTime() {
        now.addAndGet(RecentAnswers.REMEMBERED.plusSeconds(1).toNanos());
    }

    private static CommandAnswer pending(String id) {
        return new CommandAnswer.Pending(id, "appeal");
    }
}
