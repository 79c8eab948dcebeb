package io.appeals.api.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void secondsAndDatesAreUnderstood() {
        assertThat(RetryAfter.parse("120", NOW)).isEqualTo(Duration.ofMinutes(2));
        assertThat(RetryAfter.parse(" 0 ", NOW)).isEqualTo(Duration.ZERO);
        assertThat(RetryAfter.parse("Mon, 02 Mar 2026 09:01:00 GMT", NOW)).isEqualTo(Duration.ofMinutes(1));
        assertThat(RetryAfter.parse("Mon, 02 Mar 2026 08:00:00 GMT", NOW)).isEqualTo(Duration.ZERO);
    }

    @Test
    void whatMakesNoSenseIsPassedOver() {
        for (String header : new String[] {null, "", "soon", "-5", "1.5", "99999999999999", "tomorrow 9 o'clock"}) {
            assertThat(RetryAfter.parse(header, NOW)).as(String.valueOf(header)).isNull();
        }
    }
}
