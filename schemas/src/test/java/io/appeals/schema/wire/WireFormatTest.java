package io.appeals.schema.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appeals.schema.event.RecordedEvent;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WireFormatTest {

    private static final long SEED = Long.getLong("seed", System.nanoTime());

    private final WireFormat<RecordedEvent> events = Published.EVENTS.wireFormat();
    private final byte[] encoded = new RandomRecords(1)
            .everyVariantOf(RecordedEvent.class)
            .map(events::encode)
            .findFirst()
            .orElseThrow();

    static Stream<Published<?>> published() {
        return Published.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("published")
    void whatIsWrittenIsRead(Published<?> published) {
        roundTrip(published);
    }

    private static <T extends Record> void roundTrip(Published<T> published) {
        System.out.println("seed " + SEED);
        WireFormat<T> format = published.wireFormat();
        RandomRecords random = new RandomRecords(SEED);
        for (int round = 0; round < 50; round++) {
            assertThat(random.everyVariantOf(published.codec().type())).allSatisfy(record -> {
                byte[] bytes = format.encode(record);
                T read = format.decode(bytes);
                assertThat(format.encode(read)).isEqualTo(bytes);
                assertThat(read).usingRecursiveComparison().isEqualTo(record);
            });
        }
    }

    @Test
    void bytesThatEndTooEarlyAreToldApartFromOthersThatAreNoRecord() {
        byte[] cut = Arrays.copyOf(encoded, encoded.length / 2);

        assertThatThrownBy(() -> events.decode(cut))
                .isInstanceOf(UndecodableRecordException.class)
                .hasMessage("these bytes are no AppealEvent: they end too early");
    }

    @Test
    void everyRecordBeginsWithAZeroByteAndItsSchemasId() {
        int id = SchemaCatalogue.builtIn()
                .versions("appeals.events.v1-value")
                .getLast()
                .id();

        assertThat(encoded).startsWith(0, 0, 0, 0, id);
    }

    @Test
    void bytesCutAnywhereAreRefusedAndNeverMisread() {
        for (int length = 0; length < encoded.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(encoded, length);
            assertThatThrownBy(() -> events.decode(cut)).isInstanceOf(UndecodableRecordException.class);
        }
    }

    @Test
    void corruptBytesNeverBringAnythingButARefusal() {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            byte[] corrupt = encoded.clone();
            corrupt[5 + random.nextInt(corrupt.length - 5)] = (byte) random.nextInt();
            assertThat(decodeOrRefuse(corrupt)).isIn(true, false);
        }
    }

    private boolean decodeOrRefuse(byte[] bytes) {
        try {
            events.decode(bytes);
            return true;
        } catch (UndecodableRecordException e) {
            return false;
        }
    }

    @Test
    void aForeignSchemaIdIsRefusedByName() {
        byte[] foreign = encoded.clone();
        foreign[4] = 99;

        assertThatThrownBy(() -> events.decode(foreign)).hasMessageContaining("schema id 99");
    }

    @Test
    void aRecordOfAnotherTopicIsRefused() {
        byte[] command = new RandomRecords(1)
                .everyVariantOf(Published.COMMANDS.codec().type())
                .map(Published.COMMANDS.wireFormat()::encode)
                .findFirst()
                .orElseThrow();

        assertThatThrownBy(() -> events.decode(command)).hasMessageContaining("appeals.events.v1-value");
    }

    record Before(String name) {}

    record After(String name, @Nullable String note) {}

    @Test
    void aRecordOfAnEarlierVersionIsUpcastStepByStepToTodaysForm() {
        RecordCodec<Before> before = RecordCodec.of(Before.class, "Thing");
        RecordCodec<After> after = RecordCodec.of(After.class, "Thing");
        AtomicInteger laterSteps = new AtomicInteger();
        Upcaster<After> upcaster = Upcaster.<After>none()
                .before(3, thing -> {
                    laterSteps.incrementAndGet();
                    return new After(thing.name(), thing.note() + "!");
                })
                .before(2, thing -> new After(thing.name(), "was silent"));
        byte[] old = before.encode(new Before("bell"));

        After read = after.decode(before.schema(), old, 0, old.length);

        assertThat(upcaster.upcast(read, 1)).isEqualTo(new After("bell", "was silent!"));
        assertThat(upcaster.upcast(new After("bell", "ding"), 3)).isEqualTo(new After("bell", "ding"));
        assertThat(laterSteps).hasValue(1);
    }

    @Test
    void theFingerprintChangesWithTheFieldsAndNotWithTheDocumentation() {
        Schema schema = RecordCodec.of(Before.class, "Thing").schema();

        assertThat(RecordCodec.of(Before.class, "Thing").fingerprint())
                .isEqualTo(org.apache.avro.SchemaNormalization.parsingFingerprint64(schema))
                .isNotEqualTo(RecordCodec.of(After.class, "Thing").fingerprint());
    }

    record Demanding(String name) {}

    @Test
    void aMissingValueIsNamedWhenItIsWritten() {
        @SuppressWarnings("NullAway")
        Demanding nameless = new Demanding(null);

        assertThatThrownBy(() -> RecordCodec.of(Demanding.class).encode(nameless))
                .hasMessage("Demanding.name must not be null");
    }
}
