package io.appeals.commands.writer;

import static io.appeals.commands.writer.Heard.accepted;
import static io.appeals.commands.writer.Heard.decided;
import static io.appeals.commands.writer.SampleCommands.enforcement;
import static io.appeals.commands.writer.SampleCommands.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.api.broker.KafkaBroker;
import io.appeals.commands.writer.kafka.KafkaCommandDoor;
import io.appeals.commands.writer.ledger.LogPosition;
import io.appeals.commands.writer.store.AppealStore;
import io.appeals.commands.writer.store.StoreChange;
import io.appeals.schema.result.CommandResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/** A node that comes back goes on where it was, whatever has become of its states on disk. */
@Tag("broker")
class KeptStatesTest {

    @RegisterExtension
    static final KafkaBroker broker = KafkaBroker.shared();

    @TempDir
    Path folder;

    private final String seller = "seller-" + UUID.randomUUID();
    private final String appealId = SampleCommands.appealId(seller, "L-1");

    private interface Mishap {
        void strike(Path states) throws Exception;
    }

    @Test
    void withItsStatesKept() throws Exception {
        goesOnAfter(states -> {});
    }

    @Test
    void withItsStatesLost() throws Exception {
        goesOnAfter(KeptStatesTest::delete);
    }

    @Test
    void withStatesOfAnotherForm() throws Exception {
        goesOnAfter(states -> write(states, "identity", "of a release with other rules"));
    }

    @Test
    void withDamagedStates() throws Exception {
        goesOnAfter(states -> {
            try (Stream<Path> files = Files.list(states)) {
                Path manifest = files.filter(
                                file -> file.getFileName().toString().startsWith("MANIFEST"))
                        .findFirst()
                        .orElseThrow();
                Files.write(manifest, new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
            }
        });
    }

    @Test
    void withStatesAheadOfTheLog() throws Exception {
        goesOnAfter(states -> claim(states, new LogPosition(1_000_000, "e-of-another-log", "c")));
    }

    @Test
    void withStatesOfAnotherLog() throws Exception {
        goesOnAfter(states -> claim(states, new LogPosition(0, "e-of-another-log", "c")));
    }

    private void goesOnAfter(Mishap mishap) throws Exception {
        TestCluster cluster = TestCluster.on(broker.bootstrapServers());
        CommandResult first;
        try (KafkaCommandDoor before = cluster.openAlone("node-a", folder)) {
            first = accepted(before.submit(enforcement("c0", seller, "L-1")));
            accepted(before.submit(message("c1", seller, "L-1", "before")));
        }

        mishap.strike(folder.resolve("owner"));

        try (KafkaCommandDoor after = cluster.openAlone("node-a", folder)) {
            assertThat(accepted(after.submit(enforcement("c0", seller, "L-1")))).isEqualTo(first);
            assertThat(decided(after.submit(message("c1", seller, "L-1", "other")))
                            .isAccepted())
                    .isFalse();
            assertThat(accepted(after.submit(message("c2", seller, "L-1", "after")))
                            .version())
                    .isEqualTo(3);
        }
        assertThat(new LogOnBroker(cluster.bootstrapServers()).verified().get(appealId))
                .extracting("commandId")
                .containsExactly("c0", "c1", "c2");
    }

    private static void claim(Path states, LogPosition position) {
        try (AppealStore store = AppealStore.open(states);
                StoreChange change = store.change()) {
            for (int partition = 0; partition < TestCluster.PARTITIONS; partition++) {
                change.position(partition, position);
            }
            change.commit();
        }
    }

    private static void write(Path states, String key, String value) throws RocksDBException {
        List<byte[]> families;
        try (Options options = new Options()) {
            families = RocksDB.listColumnFamilies(options, states.toString());
        }
        var handles = new java.util.ArrayList<org.rocksdb.ColumnFamilyHandle>();
        try (RocksDB database = RocksDB.open(
                states.toString(),
                families.stream().map(org.rocksdb.ColumnFamilyDescriptor::new).toList(),
                handles)) {
            database.put(
                    key.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    value.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            handles.forEach(org.rocksdb.ColumnFamilyHandle::close);
        }
    }

    private static void delete(Path states) throws IOException {
        try (Stream<Path> files = Files.walk(states)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
