package io.appeals.projections.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With an index of colours: the row {@code thing -> red} can be found under {@code #red/thing}. */
class IndexedStoreTest {

    private static final TopicPartition CHANGELOG = new TopicPartition("things-changelog", 0);

    @TempDir
    Path folder;

    private final RocksMemory memory = new RocksMemory(1024 * 1024);
    private final IndexedStores stores = new IndexedStores("things", new Colours(), memory);

    @AfterEach
    void closeMemory() {
        stores.ofPartition(0).ifPresent(IndexedStore::close);
        memory.close();
    }

    @Test
    void aRowIsFoundByItsColourAndNoLongerByTheOneItHadBefore() {
        IndexedStore store = new StoreTask(folder).open(stores);
        store.put(key("apple"), bytes("green"));
        store.put(key("pear"), bytes("green"));
        store.put(key("apple"), bytes("red"));

        assertThat(found(store, "#green/")).containsExactly("#green/pear");
        assertThat(found(store, "#red/")).containsExactly("#red/apple");

        store.delete(key("apple"));
        assertThat(found(store, "#red/")).isEmpty();
        assertThat(store.get(key("apple"))).isNull();
    }

    @Test
    void rowsAndTheirOffsetAreThereAfterAReopening() {
        IndexedStore store = new StoreTask(folder).open(stores);
        assertThat(store.committedOffset(CHANGELOG)).isNull();
        store.put(key("apple"), bytes("red"));
        store.commit(Map.of(CHANGELOG, 17L));
        store.close();

        IndexedStore again = new StoreTask(folder).open(stores);
        assertThat(again.committedOffset(CHANGELOG)).isEqualTo(17L);
        assertThat(found(again, "#red/")).containsExactly("#red/apple");

        again.commit(Map.of());
        assertThat(again.committedOffset(CHANGELOG)).isNull();
    }

    @Test
    void restoringDerivesTheIndexesAndOnlyTheLastRecordOfAKeyCounts() {
        StoreTask task = new StoreTask(folder);
        IndexedStore store = task.open(stores);
        task.restore(List.of(row("apple", "green"), row("pear", "green"), row("apple", "red")));
        task.restore(List.of(row("pear", null), row("plum", "red")));

        assertThat(found(store, "#")).containsExactly("#red/apple", "#red/plum");
    }

    @Test
    void restoringTheSameRecordsOnceMoreChangesNothing() {
        Random random = new Random(3);
        StoreTask task = new StoreTask(folder);
        IndexedStore store = task.open(stores);
        SortedMap<String, String> model = new TreeMap<>();
        List<KeyValue<byte[], byte[]>> changelog = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            String thing = "thing-" + random.nextInt(50);
            String colour = random.nextInt(4) == 0 ? null : "colour-" + random.nextInt(5);
            changelog.add(row(thing, colour));
            if (colour == null) {
                model.remove(thing);
                store.delete(key(thing));
            } else {
                model.put(thing, colour);
                store.put(key(thing), bytes(colour));
            }
        }
        // As after a crash: the store is ahead of its offset, and the changelog is replayed from before.
        for (int from = 0; from < changelog.size(); from += 37) {
            task.restore(changelog.subList(from, Math.min(changelog.size(), from + 37)));
        }

        List<String> expected = model.entrySet().stream()
                .map(entry -> "#" + entry.getValue() + "/" + entry.getKey())
                .sorted()
                .toList();
        assertThat(found(store, "#")).isEqualTo(expected);
    }

    @Test
    void aSnapshotShowsOneMomentThoughTheStoreGoesOn() {
        IndexedStore store = new StoreTask(folder).open(stores);
        store.put(key("apple"), bytes("green"));
        try (StoreSnapshot before = store.snapshot().orElseThrow()) {
            store.put(key("apple"), bytes("red"));

            assertThat(before.get(key("apple").get())).isEqualTo(bytes("green"));
            assertThat(found(before, "#", false)).containsExactly("#green/apple");
        }
        assertThat(found(store, "#")).containsExactly("#red/apple");
    }

    @Test
    void scansGoBothWaysFromAnyPlaceAndStayWithinTheirPrefix() {
        IndexedStore store = new StoreTask(folder).open(stores);
        for (String thing : List.of("a", "b", "c", "d")) {
            store.put(key(thing), bytes("red"));
        }
        store.put(key("z"), bytes("rec"));
        store.put(key("y"), bytes("ree"));

        try (StoreSnapshot rows = store.snapshot().orElseThrow()) {
            assertThat(found(rows, "#red/", true)).containsExactly("#red/d", "#red/c", "#red/b", "#red/a");
            assertThat(foundAfter(rows, "#red/", "#red/b", false)).containsExactly("#red/c", "#red/d");
            assertThat(foundAfter(rows, "#red/", "#red/c", true)).containsExactly("#red/b", "#red/a");
            assertThat(foundAfter(rows, "#red/", "#red/bb", true)).containsExactly("#red/b", "#red/a");
            assertThat(foundAfter(rows, "#red/", "#red/d", false)).isEmpty();
        }
    }

    @Test
    void aDamagedStoreBeginsAnewAndSaysSoByHavingNoOffset() throws IOException {
        IndexedStore store = new StoreTask(folder).open(stores);
        store.put(key("apple"), bytes("red"));
        store.commit(Map.of(CHANGELOG, 17L));
        store.close();
        damage(folder);

        IndexedStore again = new StoreTask(folder).open(stores);
        assertThat(again.committedOffset(CHANGELOG)).isNull();
        assertThat(again.get(key("apple"))).isNull();
        again.put(key("pear"), bytes("green"));
        assertThat(found(again, "#")).containsExactly("#green/pear");
    }

    @Test
    void aClosedStoreHasNothingToShow() {
        IndexedStore store = new StoreTask(folder).open(stores);
        store.close();
        store.close();

        assertThat(store.snapshot()).isEmpty();
        assertThat(stores.ofPartition(0)).isEmpty();
        assertThatThrownBy(() -> store.get(key("apple"))).isInstanceOf(ProcessorStateException.class);
    }

    private static void damage(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(each -> each.getFileName().toString().startsWith("MANIFEST"))
                    .toList()) {
                Files.write(file, bytes("not what it was"));
            }
        }
    }

    private static List<String> found(IndexedStore store, String prefix) {
        try (StoreSnapshot rows = store.snapshot().orElseThrow()) {
            return found(rows, prefix, false);
        }
    }

    private static List<String> found(StoreSnapshot rows, String prefix, boolean descending) {
        return keysOf(rows.scan(bytes(prefix), null, descending));
    }

    private static List<String> foundAfter(StoreSnapshot rows, String prefix, String after, boolean descending) {
        return keysOf(rows.scan(bytes(prefix), bytes(after), descending));
    }

    private static List<String> keysOf(StoreScan scan) {
        List<String> keys = new ArrayList<>();
        try (scan) {
            for (; scan.isValid(); scan.advance()) {
                keys.add(new String(scan.key(), UTF_8));
            }
        }
        return keys;
    }

    @SuppressWarnings("NullAway") // a record of the changelog without a value is a deletion
    private static KeyValue<byte[], byte[]> row(String thing, @Nullable String colour) {
        return KeyValue.pair(bytes(thing), colour == null ? null : bytes(colour));
    }

    private static Bytes key(String thing) {
        return Bytes.wrap(bytes(thing));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static final class Colours implements DerivedIndex {

        @Override
        public boolean covers(byte[] key) {
            return true;
        }

        @Override
        public List<IndexEntry> entriesOf(byte[] key, byte[] value) {
            String place = "#" + new String(value, UTF_8) + "/" + new String(key, UTF_8);
            return List.of(new IndexEntry(bytes(place), new byte[0]));
        }
    }
}
