package io.appeals.schema.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Times in headers are RFC 3339 texts with milliseconds")
class TimeTextTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T04:31:45.007Z, 2026-11-23T04:31:45.007Z",
        "2026-11-23T04:31:45Z, 2026-11-23T04:31:45.000Z",
        "2026-11-23T04:31:45.999999Z, 2026-11-23T04:31:45.999Z",
        "2027-01-01T00:00:00.120Z, 2027-01-01T00:00:00.120Z",
        "1969-12-31T23:59:59.500Z, 1969-12-31T23:59:59.500Z"
    })
    void aTimeIsWrittenToTheMillisecond(Instant time, String text) {
        assertThat(TimeText.of(time)).isEqualTo(text);
    }

    @Test
    void timesOfDifferentSecondsAreNotMixedUpWhateverTheirOrder() {
        Instant later = Instant.parse("2026-11-23T04:31:46.250Z");
        Instant earlier = Instant.parse("2026-11-23T04:31:45.250Z");

        assertThat(TimeText.of(later)).isEqualTo("2026-11-23T04:31:46.250Z");
        assertThat(TimeText.of(earlier)).isEqualTo("2026-11-23T04:31:45.250Z");
        assertThat(TimeText.of(later)).isEqualTo("2026-11-23T04:31:46.250Z");
    }
}
