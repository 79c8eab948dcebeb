package io.appeals.api.feed;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import org.apache.kafka.common.TopicPartition;

/**
 * How far somebody has got in the log: the next offset of every partition. Written it is, for instance,
 * {@code events.v1=17,4,0,9}, and means the same on every node. Outside it is shown sealed only.
 */
final class FeedPosition {

    /** What a client sends that wants to hear everything there is. */
    static final String BEGINNING = "beginning";

    private static final String PREFIX = "appeals.";
    private static final Pattern FORM =
            Pattern.compile("[a-z0-9.-]{1,60}=\\d{1,18}(,\\d{1,18})*(;[a-z0-9.-]{1,60}=\\d{1,18}(,\\d{1,18})*)*");

    private final Map<TopicPartition, Long> next;

    private FeedPosition(Map<TopicPartition, Long> next) {
        this.next = next;
    }

    static FeedPosition of(Map<TopicPartition, Long> next) {
        return new FeedPosition(new HashMap<>(next));
    }

    /** What is shown outside; {@link #opened} makes a position of it again, on any node of this cluster. */
    String sealed(PositionSeal seal) {
        return seal.seal(toString());
    }

    /**
     * @param id of an event, as a client has sent it, or {@link #BEGINNING}
     * @throws IllegalArgumentException when it is neither, or of a log with other partitions
     */
    static FeedPosition opened(String id, PositionSeal seal, FeedPosition now) {
        if (id.equals(BEGINNING)) {
            FeedPosition beginning = now.copy();
            beginning.next.replaceAll((_, _) -> 0L);
            return beginning;
        }
        String text;
        try {
            text = seal.open(id);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "expected the id of an event of this stream as it came, or '" + BEGINNING + "' for all there is",
                    e);
        }
        return parse(text, now);
    }

    /** @throws IllegalArgumentException when it is none, or of a log with other partitions */
    static FeedPosition parse(String text, FeedPosition now) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("expected a position such as events.v1=17,4,0,9");
        }
        // Of a topic that the client does not know yet it has missed nothing.
        FeedPosition position = of(now.next);
        for (String topic : text.split(";")) {
            String name = PREFIX + topic.substring(0, topic.indexOf('='));
            String[] offsets = topic.substring(topic.indexOf('=') + 1).split(",");
            if (now.partitions(name) != offsets.length) {
                throw new IllegalArgumentException("it is an id of another log: here " + name + " has "
                        + now.partitions(name) + " partitions, not " + offsets.length);
            }
            for (int i = 0; i < offsets.length; i++) {
                position.next.put(new TopicPartition(name, i), Long.parseLong(offsets[i]));
            }
        }
        return position;
    }

    private long partitions(String topic) {
        return next.keySet().stream()
                .filter(partition -> partition.topic().equals(topic))
                .count();
    }

    long next(TopicPartition partition) {
        return next.getOrDefault(partition, 0L);
    }

    boolean isPast(FeedItem item) {
        return item.offset() < next(partition(item));
    }

    void pass(FeedItem item) {
        advance(partition(item), item.offset() + 1);
    }

    /** Never goes back. */
    void advance(TopicPartition partition, long offset) {
        next.merge(partition, offset, Math::max);
    }

    void advance(FeedPosition other) {
        other.next.forEach(this::advance);
    }

    /** Whether nothing lies between this position and the other, seen from here. */
    boolean isAtLeast(FeedPosition other) {
        return other.next.entrySet().stream().allMatch(entry -> next(entry.getKey()) >= entry.getValue());
    }

    /** The partitions in which the other one is further. */
    List<TopicPartition> behind(FeedPosition other) {
        return other.next.keySet().stream()
                .filter(partition -> next(partition) < other.next(partition))
                .toList();
    }

    FeedPosition copy() {
        return of(next);
    }

    static TopicPartition partition(FeedItem item) {
        return new TopicPartition(item.topic(), item.partition());
    }

    @Override
    public String toString() {
        return next.keySet().stream()
                .sorted(Comparator.comparingInt(TopicPartition::partition))
                .collect(groupingBy(TopicPartition::topic, TreeMap::new, joiningOffsets()))
                .entrySet()
                .stream()
                .map(topic -> topic.getKey().substring(PREFIX.length()) + "=" + topic.getValue())
                .collect(joining(";"));
    }

    private Collector<TopicPartition, ?, String> joiningOffsets() {
        return mapping(partition -> Long.toString(next(partition)), joining(","));
    }
}
