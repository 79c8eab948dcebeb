package io.appeals.api.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AllowanceTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void aBurstIsLetThroughAndThenOneAtATime() {
        Allowance allowance = new Allowance(10, 3, 0);
        for (int i = 0; i < 3; i++) {
            assertThat(allowance.take(0)).isZero();
        }
        assertThat(allowance.take(0)).isEqualTo(Duration.ofMillis(100));
        assertThat(allowance.take(SECOND / 10)).isZero();
        assertThat(allowance.take(SECOND / 10)).isPositive();
    }

    @Test
    void nobodySavesUpMoreThanTheBurst() {
        Allowance allowance = new Allowance(10, 3, 0);
        assertThat(allowance.isFull(SECOND * 3600)).isTrue();
        for (int i = 0; i < 3; i++) {
            assertThat(allowance.take(SECOND * 3600)).isZero();
        }
        assertThat(allowance.take(SECOND * 3600)).isPositive();
    }

    @Test
    void whateverTheRhythmNoMoreThanRateAndBurstGetThrough() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Allowance allowance = new Allowance(50, 20, 0);
        long now = 0;
        int let = 0;
        for (int i = 0; i < 20_000; i++) {
            now += random.nextLong(SECOND / 100);
            let += allowance.take(now).isZero() ? 1 : 0;
        }
        assertThat(let).as("seed %d", seed).isLessThanOrEqualTo((int) (20 + 50.0 * now / SECOND) + 1);
        assertThat(let).as("seed %d", seed).isGreaterThan((int) (0.9 * 50.0 * now / SECOND));
    }
}
