package io.appeals.commands.writer.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appeals.commands.writer.SampleCommands;
import io.appeals.commands.writer.ledger.BatchLedger;
import io.appeals.commands.writer.ledger.CommandDigest;
import io.appeals.commands.writer.ledger.KnownToTest;
import io.appeals.commands.writer.ledger.LogPosition;
import io.appeals.schema.command.IssuedCommand;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppealStoreTest {

    private static final LogPosition POSITION = new LogPosition(41, "event", "command");

    @TempDir
    Path folder;

    private final String appealId = SampleCommands.appealId("seller", "L-1");

    @Test
    void whatWasCommittedIsThereAfterTheStoreWasOpenedAgain() {
        BatchLedger batch = decided(2);
        try (AppealStore store = AppealStore.open(folder)) {
            commit(store, batch, 2);
        }
        try (AppealStore store = AppealStore.open(folder)) {
            assertThat(store.appeal(2, appealId)).isEqualTo(batch.appeal(2, appealId));
            assertThat(store.command(2, appealId, "c0")).isEqualTo(batch.command(2, appealId, "c0"));
            assertThat(store.position(2)).isEqualTo(POSITION);
        }
    }

    @Test
    void whatWasNotCommittedIsNotThere() {
        try (AppealStore store = AppealStore.open(folder)) {
            try (StoreChange change = store.change()) {
                change.take(decided(2));
                change.position(2, POSITION);
            }
            assertThat(store.appeal(2, appealId)).isNull();
            assertThat(store.position(2)).isNull();
        }
    }

    @Test
    void oneForgottenPartitionLeavesTheOthersAsTheyAre() {
        try (AppealStore store = AppealStore.open(folder)) {
            for (int partition : new int[] {1, 2, 3}) {
                commit(store, decided(partition), partition);
            }

            store.forget(2);

            assertThat(store.appeal(2, appealId)).isNull();
            assertThat(store.command(2, appealId, "c0")).isNull();
            assertThat(store.position(2)).isNull();
            for (int partition : new int[] {1, 3}) {
                assertThat(store.appeal(partition, appealId)).isNotNull();
                assertThat(store.command(partition, appealId, "c0")).isNotNull();
                assertThat(store.position(partition)).isEqualTo(POSITION);
            }
        }
    }

    @Test
    void twoProcessesCannotUseOneFolder() {
        AppealStore store = AppealStore.open(folder);
        try (store) {
            assertThatThrownBy(() -> AppealStore.open(folder))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("another process");
        }
        try (AppealStore again = AppealStore.open(folder)) {
            assertThat(again.position(0)).isNull();
        }
    }

    private static void commit(AppealStore store, BatchLedger batch, int partition) {
        try (StoreChange change = store.change()) {
            change.take(batch);
            change.position(partition, POSITION);
            change.commit();
        }
    }

    private static BatchLedger decided(int partition) {
        BatchLedger ledger = new BatchLedger(new KnownToTest(), SampleCommands.decider());
        IssuedCommand command = SampleCommands.enforcement("c0", "seller", "L-1");
        ledger.rule(
                partition,
                command,
                CommandDigest.of(command).digest(),
                Instant.now().plusSeconds(1).truncatedTo(ChronoUnit.MILLIS));
        return ledger;
    }
}
