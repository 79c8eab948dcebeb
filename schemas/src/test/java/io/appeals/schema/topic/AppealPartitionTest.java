package io.appeals.schema.topic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;

class AppealPartitionTest {

    @Test
    void anAppealLivesWhereKafkasOwnProducerPutsIt() {
        assertThat(Stream.generate(() -> UUID.randomUUID().toString()).limit(1_000))
                .allSatisfy(key -> assertThat(AppealPartition.of(key, 12))
                        .isEqualTo(BuiltInPartitioner.partitionForKey(key.getBytes(UTF_8), 12)));
    }
}
