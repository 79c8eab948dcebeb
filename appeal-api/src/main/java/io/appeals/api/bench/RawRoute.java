package io.appeals.api.bench;

import io.appeals.schema.wire.Published;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What the broker can do: a plain idempotent producer that writes the same commands, encoded beforehand, to a topic. */
final class RawRoute implements Route {

    static final String TOPIC = "bench.raw";

    private static final int KEYS = 4_096;

    private final KafkaProducer<byte[], byte[]> producer;
    private final byte[][] keys;
    private final byte[][] payloads;
    private int nextKey;

    RawRoute(String bootstrapServers, CommandMix mix) {
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        // Default 5: a single sender would wait 5 ms for company that cannot come.
                        ProducerConfig.LINGER_MS_CONFIG,
                        0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        this.keys = IntStream.range(0, KEYS)
                .mapToObj(i -> mix.appeal(i).appealId().getBytes(StandardCharsets.US_ASCII))
                .toArray(byte[][]::new);
        this.payloads = payloads(mix);
    }

    /** The commands of one appeal, as the commands topic would hold them. */
    static byte[][] payloads(CommandMix mix) {
        CommandMix.Appeal appeal = mix.appeal(0);
        return IntStream.range(0, CommandMix.COMMANDS_PER_APPEAL)
                .mapToObj(turn -> Published.COMMANDS.wireFormat().encode(mix.issued(appeal, turn, Instant.EPOCH)))
                .toArray(byte[][]::new);
    }

    @Override
    public RouteName name() {
        return RouteName.RAW;
    }

    @Override
    public Lanes open(int senders) {
        return new Loader(senders, this::produce);
    }

    private void produce(Sender sender) {
        nextKey = (nextKey + 1) % KEYS;
        sender.begins();
        producer.send(new ProducerRecord<>(TOPIC, keys[nextKey], payloads[sender.turn()]), (written, failure) -> {
            if (failure == null) {
                sender.answered();
            } else {
                sender.refused(failure.toString());
            }
        });
    }

    @Override
    public void close() {
        producer.close();
    }
}
