package io.appeals.projections.sla.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.appeals.projections.sla.clock.DueMoment;
import io.appeals.projections.sla.clock.SlaClock;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the store. The first byte tells the family. Moments stand as eight bytes in the order of time; names that
 * are followed by more carry their length.
 */
public final class SlaKeys {

    static final byte APPEAL = 'a';
    static final byte ENDED = 'c';
    static final byte ALERT = 'n';
    static final byte UNSAID = 'o';
    static final byte POLICIES = 'p';
    /** As the status projection's: what counts degraded appeals counts these. */
    static final byte DEGRADED = 'd';

    static final byte DEADLINE = 'x';
    static final byte BREACH = 'r';
    static final byte APPEAL_BREACH = 'b';
    static final byte SELLERS_ALERT = 's';

    private static final byte WATERMARK = 'w';

    /** Stands for a moment that is not known, behind all others. */
    public static final Instant NEVER = Instant.ofEpochMilli(Long.MAX_VALUE);

    private SlaKeys() {}

    /** The appeal's row, a {@link StoredAppeal}. */
    public static Bytes appeal(String appealId) {
        return Bytes.wrap(named(APPEAL, appealId));
    }

    /** That the appeal is degraded, and since which version. */
    public static Bytes degraded(String appealId) {
        return Bytes.wrap(named(DEGRADED, appealId));
    }

    /** The book of policies of that id. */
    public static Bytes policies(String id) {
        return Bytes.wrap(named(POLICIES, id));
    }

    /** Up to where deadlines are done. */
    public static Bytes watermark() {
        return Bytes.wrap(new byte[] {WATERMARK});
    }

    /** A clock that has ended. */
    public static Bytes ended(String appealId, SlaClock clock) {
        byte[] prefix = ended(appealId);
        byte[] metric = clock.metric().word().getBytes(UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(prefix.length + metric.length + 1 + Integer.BYTES)
                .put(prefix)
                .put(metric)
                .put((byte) 0)
                .putInt(clock.cycle())
                .array());
    }

    /** What the keys of all ended clocks of an appeal begin with. */
    public static byte[] ended(String appealId) {
        return measured(ENDED, appealId);
    }

    /** An alert that was given. */
    public static Bytes alert(Instant detectedAt, String alertId) {
        return Bytes.wrap(timed(new byte[] {ALERT}, detectedAt.toEpochMilli(), alertId));
    }

    /** An alert that waits until the log is read to its end. */
    public static Bytes unsaid(Instant dueAt, String alertId) {
        return Bytes.wrap(timed(new byte[] {UNSAID}, dueAt.toEpochMilli(), alertId));
    }

    /** What the keys of all given alerts begin with, in order of time. */
    public static byte[] alerts() {
        return new byte[] {ALERT};
    }

    /** What the keys of all waiting alerts begin with, in order of time. */
    public static byte[] unsaid() {
        return new byte[] {UNSAID};
    }

    /** What the index of a seller's alerts begins with; the rest is as in the alert's own key. */
    public static byte[] alertsOf(String sellerId) {
        return measured(SELLERS_ALERT, sellerId);
    }

    static byte[] alertOf(String sellerId, byte[] alertKey) {
        byte[] prefix = alertsOf(sellerId);
        byte[] key = Arrays.copyOf(prefix, prefix.length + alertKey.length - 1);
        System.arraycopy(alertKey, 1, key, prefix.length, alertKey.length - 1);
        return key;
    }

    /** One deadline: {@code moment | appealId | metric | cycle | threshold}. */
    static byte[] deadline(String appealId, SlaClock clock, DueMoment moment) {
        String rest = String.join(
                "\u0000", appealId, clock.metric().word(), Integer.toString(clock.cycle()), moment.threshold());
        return timed(new byte[] {DEADLINE}, moment.at().toEpochMilli(), rest);
    }

    /** What the keys of all deadlines begin with. */
    public static byte[] deadlines() {
        return new byte[] {DEADLINE};
    }

    /** Before all deadlines of that moment. */
    public static byte[] deadlinesFrom(Instant moment) {
        return timed(new byte[] {DEADLINE}, moment.toEpochMilli(), "");
    }

    /** Whose deadline it is. */
    public static String appealIn(byte[] deadline) {
        int from = 1 + Long.BYTES;
        int to = from;
        while (deadline[to] != 0) {
            to++;
        }
        return new String(deadline, from, to - from, UTF_8);
    }

    /** What the breaches of all clocks, or of a seller's clocks, begin with; then the moment and {@code appealId|metric|cycle}. */
    public static byte[] breaches(@Nullable String sellerId) {
        return measured(BREACH, sellerId == null ? "" : sellerId);
    }

    /** What the nearest breaches of all appeals, or of a seller's, begin with; then the moment and the appealId. */
    public static byte[] appealBreaches(@Nullable String sellerId) {
        return measured(APPEAL_BREACH, sellerId == null ? "" : sellerId);
    }

    /** @param moment null for one that is not known, which comes last */
    public static byte[] at(byte[] prefix, @Nullable Instant moment, String name) {
        return timed(prefix, (moment == null ? NEVER : moment).toEpochMilli(), name);
    }

    /** The moment behind a prefix, in the milliseconds that keys hold. */
    public static Instant momentIn(byte[] key, int prefixLength) {
        return Instant.ofEpochMilli(ByteBuffer.wrap(key).getLong(prefixLength) ^ Long.MIN_VALUE);
    }

    /** The name behind a prefix and a moment. */
    public static String nameIn(byte[] key, int prefixLength) {
        int from = prefixLength + Long.BYTES;
        return new String(key, from, key.length - from, UTF_8);
    }

    /** The metric's word in the key of a clock's breach, which ends with {@code |metric|cycle}. */
    public static ByteBuffer metricIn(byte[] breach) {
        int end = lastBetween(breach, breach.length);
        int begin = lastBetween(breach, end) + 1;
        return ByteBuffer.wrap(breach, begin, end - begin);
    }

    private static int lastBetween(byte[] key, int before) {
        int at = before - 1;
        while (key[at] != '|') {
            at--;
        }
        return at;
    }

    /** What stands between a buffer's place and its end. */
    public static String text(ByteBuffer buffer) {
        return UTF_8.decode(buffer.duplicate()).toString();
    }

    /** Up to where deadlines are done, as the row under {@link #watermark()} says. */
    public static Instant watermarkIn(byte[] row) {
        return Instant.ofEpochMilli(ByteBuffer.wrap(row).getLong());
    }

    private static byte[] timed(byte[] prefix, long millis, String name) {
        byte[] rest = name.getBytes(UTF_8);
        return ByteBuffer.allocate(prefix.length + Long.BYTES + rest.length)
                .put(prefix)
                // Flipping the sign makes unsigned bytes order as the signed moments do.
                .putLong(millis ^ Long.MIN_VALUE)
                .put(rest)
                .array();
    }

    private static byte[] named(byte family, String name) {
        byte[] bytes = name.getBytes(UTF_8);
        return ByteBuffer.allocate(1 + bytes.length).put(family).put(bytes).array();
    }

    private static byte[] measured(byte family, String name) {
        byte[] bytes = name.getBytes(UTF_8);
        return ByteBuffer.allocate(1 + Integer.BYTES + bytes.length)
                .put(family)
                .putInt(bytes.length)
                .put(bytes)
                .array();
    }
}
