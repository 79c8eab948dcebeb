package io.appeals.api.feed;

import io.appeals.schema.table.SlaAlert;
import io.appeals.schema.topic.Topic;
import io.appeals.schema.wire.Published;
import io.appeals.schema.wire.WireFormat;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Warnings, breaches and recoveries of SLA clocks. */
@Singleton
public final class SlaAlertSource implements FeedSource {

    /** Clocks that run for the seller to act, or for what the seller is owed; how the marketplace keeps its own is its own affair. */
    private static final Set<String> FOR_SELLERS =
            Set.of("filing_window", "seller_response", "escalation_window", "remedy");

    private final WireFormat<SlaAlert> format = Published.SLA_ALERTS.wireFormat();

    @Override
    public Topic topic() {
        return Topic.SLA_ALERTS;
    }

    @Override
    public List<String> types() {
        return List.of("sla.warning", "sla.breached", "sla.recovered");
    }

    @Override
    public FeedItem read(ConsumerRecord<String, byte[]> log) {
        SlaAlert alert = format.decode(log.value());
        return new FeedItem(
                new FeedItem.Place(log.topic(), log.partition(), log.offset()),
                alert.alertId(),
                alert.type(),
                alert.detectedAt(),
                alert.appealId(),
                alert.sellerId(),
                null,
                !FOR_SELLERS.contains(alert.metric()),
                alert);
    }
}
