package io.appeals.projections.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.appeals.projections.listing.ListingScope;
import io.appeals.projections.listing.Ordering;
import io.appeals.projections.listing.Place;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;

/**
 * The keys of the store. The first byte tells the family: what is logged (rows, events, outcomes) and what is derived from it (indexes). A name that is followed by more carries its length, so that no key is the beginning of another's family.
 */
public final class StoreKeys {

    static final byte APPEAL = 'a';
    static final byte EVENT = 'e';
    static final byte ACCEPTED = 'c';
    static final byte RESULT = 'r';
    static final byte MESSAGE = 'm';
    static final byte LISTING = 'l';
    static final byte DEGRADED = 'd';

    private static final long SECONDS_A_DAY = 86_400;

    private StoreKeys() {}

    /** The appeal's row. */
    public static Bytes appeal(String appealId) {
        return Bytes.wrap(named(APPEAL, appealId));
    }

    /** One event of the appeal's timeline. */
    public static Bytes event(String appealId, long version) {
        return versioned(timeline(appealId), version);
    }

    /** What all keys of an appeal's timeline begin with. */
    public static byte[] timeline(String appealId) {
        return measured(EVENT, appealId);
    }

    /** One message of the appeal, by the version that brought it. */
    public static Bytes message(String appealId, long version) {
        return versioned(messages(appealId), version);
    }

    /** What the keys of all messages of an appeal begin with. */
    public static byte[] messages(String appealId) {
        return measured(MESSAGE, appealId);
    }

    private static byte[] measured(byte family, String name) {
        byte[] bytes = name.getBytes(UTF_8);
        return ByteBuffer.allocate(1 + Integer.BYTES + bytes.length)
                .put(family)
                .putInt(bytes.length)
                .put(bytes)
                .array();
    }

    private static Bytes versioned(byte[] prefix, long version) {
        return Bytes.wrap(ByteBuffer.allocate(prefix.length + Long.BYTES)
                .put(prefix)
                .putLong(version)
                .array());
    }

    /**
     * Where the events of an accepted command are. The day comes first, so that those that are old enough to be forgotten
     * stand together.
     */
    public static Bytes accepted(long day, String commandId) {
        return Bytes.wrap(daily(ACCEPTED, day, commandId));
    }

    /** The published result of a command that came by topic. */
    public static Bytes result(long day, String commandId) {
        return Bytes.wrap(daily(RESULT, day, commandId));
    }

    /** The day, in UTC, under which an outcome is kept. */
    public static long day(Instant decidedAt) {
        return Math.floorDiv(decidedAt.getEpochSecond(), SECONDS_A_DAY);
    }

    /** What the keys of all outcomes of a kind begin with. */
    public static List<byte[]> outcomes() {
        return List.of(new byte[] {ACCEPTED}, new byte[] {RESULT});
    }

    public static long dayIn(byte[] outcomeKey) {
        return ByteBuffer.wrap(outcomeKey).getLong(1);
    }

    private static byte[] daily(byte family, long day, String name) {
        byte[] bytes = name.getBytes(UTF_8);
        return ByteBuffer.allocate(1 + Long.BYTES + bytes.length)
                .put(family)
                .putLong(day)
                .put(bytes)
                .array();
    }

    private static byte[] named(byte family, String name) {
        byte[] bytes = name.getBytes(UTF_8);
        return ByteBuffer.allocate(1 + bytes.length).put(family).put(bytes).array();
    }

    static String nameIn(byte[] key) {
        return new String(key, 1, key.length - 1, UTF_8);
    }

    /** An entry of a scope's listing. */
    public static byte[] listing(ListingScope scope, Ordering ordering, Place place) {
        byte[] prefix = listing(scope, ordering);
        byte[] end = place.toBytes();
        return ByteBuffer.allocate(prefix.length + end.length)
                .put(prefix)
                .put(end)
                .array();
    }

    /** What all entries of a scope's listing begin with; then comes the place. */
    public static byte[] listing(ListingScope scope, Ordering ordering) {
        byte[] value = scope.value().getBytes(UTF_8);
        return ByteBuffer.allocate(2 + Integer.BYTES + value.length + 1)
                .put(LISTING)
                .put(scope.kind().code())
                .putInt(value.length)
                .put(value)
                .put(ordering.code())
                .array();
    }

    /** What the entries of all degraded appeals begin with. */
    public static byte[] degraded() {
        return new byte[] {DEGRADED};
    }

    static byte[] degraded(String appealId) {
        return named(DEGRADED, appealId);
    }
}
