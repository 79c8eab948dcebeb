package io.appeals.api.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final RetrySchedule SCHEDULE = RetrySchedule.STANDARD;

    @Test
    void tenAttemptsAreMadeWithTheStandardsPausesBetweenThem() {
        List<Duration> pauses = IntStream.range(0, SCHEDULE.attempts())
                .mapToObj(made ->
                        Duration.between(NOW, SCHEDULE.next(made, NOW, null, 0).orElseThrow()))
                .toList();
        assertThat(pauses)
                .containsExactly(
                        Duration.ZERO,
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(30),
                        Duration.ofHours(2),
                        Duration.ofHours(5),
                        Duration.ofHours(10),
                        Duration.ofHours(14),
                        Duration.ofHours(20),
                        Duration.ofHours(24));
        assertThat(SCHEDULE.next(10, NOW, null, 0)).isEmpty();
    }

    @Test
    void chanceLengthensAPauseByLessThanATenthAndNeverShortensIt() {
        assertThat(SCHEDULE.next(2, NOW, null, 0)).contains(NOW.plusSeconds(300));
        assertThat(SCHEDULE.next(2, NOW, null, 0.5)).contains(NOW.plusSeconds(315));
        assertThat(SCHEDULE.next(2, NOW, null, 0.999).orElseThrow()).isBefore(NOW.plusSeconds(330));
    }

    @Test
    void aReceiverCanAskForALongerPauseUpToADayButNotForAShorterOne() {
        assertThat(SCHEDULE.next(1, NOW, Duration.ofSeconds(90), 0)).contains(NOW.plusSeconds(90));
        assertThat(SCHEDULE.next(2, NOW, Duration.ofSeconds(1), 0)).contains(NOW.plusSeconds(300));
        assertThat(SCHEDULE.next(1, NOW, Duration.ofDays(365), 0)).contains(NOW.plus(Duration.ofDays(1)));
        assertThat(SCHEDULE.next(10, NOW, Duration.ofSeconds(90), 0)).isEmpty();
    }

    @Test
    void aScheduleWithoutAttemptsIsNone() {
        assertThatThrownBy(() -> new RetrySchedule(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RetrySchedule(List.of(Duration.ofSeconds(-1))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
