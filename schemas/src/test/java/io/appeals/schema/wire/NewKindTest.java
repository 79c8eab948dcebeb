package io.appeals.schema.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appeals.schema.topic.Topic;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A release that adds a kind of event writes all others as the release before")
class NewKindTest {

    private static final String SUBJECT = Topic.EVENTS.valueSubject();
    private static final int FIRST = 7;
    private static final int SECOND = 8;

    /** What the release before knows. */
    static final class Before {
        record Parcel(String name, Happening event) {}

        sealed interface Happening {
            record Sent(String carrier) implements Happening {}

            record Weighed(long grams) implements Happening {}
        }
    }

    /** The same, and one kind more. */
    static final class Now {
        record Parcel(String name, Happening event) {}

        sealed interface Happening {
            record Sent(String carrier) implements Happening {}

            record Weighed(long grams) implements Happening {}

            record Lost(long count) implements Happening {}
        }
    }

    /** The same with another field before the kinds: not what the release before wrote, and one more. */
    static final class Otherwise {
        record Parcel(String name, long weight, Now.Happening event) {}
    }

    private record Released(List<SchemaIds.SchemaVersion> all) implements SchemaIds {
        @Override
        public SchemaVersion find(String subject, Schema schema) {
            return all.stream()
                    .filter(version -> version.schema().equals(schema))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public Optional<SchemaVersion> byId(int id) {
            return all.stream().filter(version -> version.id() == id).findFirst();
        }

        @Override
        public List<SchemaVersion> versions(String subject) {
            return all;
        }
    }

    private static <T extends Record> Published<T> published(Class<T> type) {
        return new Published<>(Topic.EVENTS, "Parcel", RecordCodec.of(type, "Parcel"), Upcaster.none());
    }

    private static WireFormat<Before.Parcel> before() {
        Published<Before.Parcel> published = published(Before.Parcel.class);
        return published.wireFormat(new Released(List.of(version(FIRST, 1, published))));
    }

    private static <T extends Record> WireFormat<T> now(Class<T> type) {
        Published<T> published = published(type);
        return published.wireFormat(new Released(
                List.of(version(FIRST, 1, published(Before.Parcel.class)), version(SECOND, 2, published))));
    }

    private static SchemaIds.SchemaVersion version(int id, int version, Published<?> published) {
        return new SchemaIds.SchemaVersion(
                id, SUBJECT, version, published.codec().schema());
    }

    @Test
    void whatTheReleaseBeforeCouldSayIsWrittenByteForByteAsItDid() {
        byte[] then = before().encode(new Before.Parcel("p", new Before.Happening.Weighed(0)));
        byte[] now = now(Now.Parcel.class).encode(new Now.Parcel("p", new Now.Happening.Weighed(0)));

        assertThat(now).isEqualTo(then);
        assertThat(now(Now.Parcel.class).decode(now)).isEqualTo(new Now.Parcel("p", new Now.Happening.Weighed(0)));
    }

    @Test
    void theNewKindIsWrittenWithTheNewSchemaAndRefusedByNameWhereItIsNotKnown() {
        Now.Parcel lost = new Now.Parcel("p", new Now.Happening.Lost(0));

        byte[] bytes = now(Now.Parcel.class).encode(lost);

        assertThat(ByteBuffer.wrap(bytes).getInt(1)).isEqualTo(SECOND);
        assertThat(now(Now.Parcel.class).decode(bytes)).isEqualTo(lost);
        assertThatThrownBy(() -> before().decode(bytes)).hasMessageContaining("schema id " + SECOND);
    }

    @Test
    void aSchemaThatChangedOtherwiseIsUsedForEveryKind() {
        byte[] bytes = now(Otherwise.Parcel.class).encode(new Otherwise.Parcel("p", 1, new Now.Happening.Sent("post")));

        assertThat(ByteBuffer.wrap(bytes).getInt(1)).isEqualTo(SECOND);
    }
}
