package io.appeals.commands.writer.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.junit.jupiter.api.Test;

class OwnershipTest {

    private static final ConsumerGroupMetadata GENERATION = new ConsumerGroupMetadata("owners");

    private final Ownership ownership = new Ownership(4, () -> {});

    @Test
    void aPartitionIsServedOnlyOnceItsStatesAreThere() {
        ownership.assign(GENERATION, Set.of(1, 2));
        Tenure tenure = Objects.requireNonNull(ownership.take());
        assertThat(ownership.serves(1)).isFalse();

        tenure.serve(1, 17);

        assertThat(ownership.serves(1)).isTrue();
        assertThat(ownership.serves(2)).isFalse();
        assertThat(tenure.nextStart()).isEqualTo(new Tenure.Start(1, 17));
    }

    @Test
    void revokingWaitsUntilTheOwnerHasLetGo() throws Exception {
        ownership.assign(GENERATION, Set.of(1));
        Objects.requireNonNull(ownership.take()).serve(1, 0);

        CompletableFuture<Boolean> revoked = CompletableFuture.supplyAsync(() -> revoke(Duration.ofSeconds(20)));
        while (ownership.current() != null) {
            Thread.onSpinWait();
        }
        assertThat(ownership.serves(1)).isFalse();
        assertThat(revoked).isNotDone();

        assertThat(ownership.take()).isNull();
        assertThat(revoked.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void revokingDoesNotWaitForEver() {
        ownership.assign(GENERATION, Set.of(1));
        assertThat(ownership.take()).isNotNull();
        assertThat(revoke(Duration.ofMillis(20))).isFalse();
    }

    @Test
    void afterAFailureNothingIsServedUntilItIsRecovered() {
        ownership.assign(GENERATION, Set.of(1));
        Tenure failed = Objects.requireNonNull(ownership.take());
        failed.serve(1, 5);

        ownership.beginAnew(failed);

        Tenure next = Objects.requireNonNull(ownership.current());
        assertThat(ownership.serves(1)).isFalse();
        assertThat(next.number()).isGreaterThan(failed.number());
        assertThat(next.partitions()).isEqualTo(failed.partitions());
    }

    @Test
    void whatWasRevokedMeanwhileIsNotBegunAnew() {
        ownership.assign(GENERATION, Set.of(1));
        Tenure failed = Objects.requireNonNull(ownership.take());
        revoke(Duration.ZERO);
        ownership.beginAnew(failed);
        assertThat(ownership.current()).isNull();
    }

    private boolean revoke(Duration atMost) {
        try {
            return ownership.revoke(atMost);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
