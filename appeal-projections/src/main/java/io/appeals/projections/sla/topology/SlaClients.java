package io.appeals.projections.sla.topology;

import io.appeals.projections.store.CommittedStores;
import io.appeals.projections.topology.CatchUpObserver;
import io.appeals.projections.topology.ObservedClients;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The Kafka clients of the application; its producers tell the stores what is committed. */
final class SlaClients extends ObservedClients {

    private final CommittedStores stores;

    SlaClients(CatchUpObserver observer, CommittedStores stores) {
        super(observer);
        this.stores = stores;
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        return new CommittingProducer(config, stores);
    }

    /**
     * Kafka Streams tells a store of a commit only when its task ends. But the store must know of each, or it could not
     * tell after a crash what of it is good. Everything is on the thread that owns the producer, apart from the offsets,
     * which come with the brokers' answers; all of those are there when the commit returns.
     */
    private static final class CommittingProducer extends KafkaProducer<byte[], byte[]> {

        private final CommittedStores stores;
        private final Map<Integer, Long> offsets = new ConcurrentHashMap<>();

        private CommittingProducer(Map<String, Object> config, CommittedStores stores) {
            super(config, new ByteArraySerializer(), new ByteArraySerializer());
            this.stores = stores;
        }

        @Override
        public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, @Nullable Callback callback) {
            if (!record.topic().equals(SlaTopology.CHANGELOG)) {
                return super.send(record, callback);
            }
            return super.send(record, (metadata, failure) -> {
                if (failure == null) {
                    offsets.merge(metadata.partition(), metadata.offset(), Math::max);
                }
                if (callback != null) {
                    callback.onCompletion(metadata, failure);
                }
            });
        }

        @Override
        public void commitTransaction() {
            super.commitTransaction();
            stores.transactionCommitted(Map.copyOf(offsets));
            offsets.clear();
        }

        @Override
        public void abortTransaction() {
            super.abortTransaction();
            offsets.clear();
        }
    }
}
