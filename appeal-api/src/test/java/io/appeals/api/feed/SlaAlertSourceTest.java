package io.appeals.api.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.Stage;
import io.appeals.schema.appeal.SubjectType;
import io.appeals.schema.table.SlaAlert;
import io.appeals.schema.wire.Published;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** SLA alerts are told beside the appeals' events. */
class SlaAlertSourceTest {

    private static final Instant DUE = Instant.parse("2026-03-02T09:00:00Z");

    private final FeedSources sources = new FeedSources(List.of(new AppealEventSource(), new SlaAlertSource()));

    private FeedItem told(String metric, String type) {
        SlaAlert alert = new SlaAlert(
                "alert-1",
                type,
                "A1",
                "S-1",
                metric,
                1,
                null,
                "75% of the total used",
                DUE,
                DUE.plusSeconds(2),
                false,
                "RUNNING",
                DUE.plusSeconds(3_600),
                4,
                AppealStatus.AWAITING_SELLER,
                Stage.FIRST_REVIEW,
                SubjectType.LISTING,
                null,
                null,
                null,
                "default",
                "1",
                "elapsed",
                "1",
                null);
        byte[] value = Published.SLA_ALERTS.wireFormat().encode(alert);
        return sources.read(new ConsumerRecord<>(Published.SLA_ALERTS.topic().topicName(), 3, 17, "A1", value))
                .orElseThrow();
    }

    @Test
    void anAlertIsToldUnderItsOwnIdWithEverythingItSays() {
        FeedItem item = told("seller_response", "sla.warning");
        assertThat(item.id()).isEqualTo("alert-1");
        assertThat(item.type()).isEqualTo("sla.warning");
        assertThat(item.occurredAt()).isEqualTo(DUE.plusSeconds(2));
        assertThat(item.sequence()).as("it is no event of the appeal").isNull();
        assertThat(item.data()).isInstanceOf(SlaAlert.class);
        assertThat(item.place()).isEqualTo(new FeedItem.Place("appeals.sla-alerts.v1", 3, 17));
    }

    @Test
    void sellersHearOfTheClocksThatRunForThemOnly() {
        assertThat(told("seller_response", "sla.breached").internal()).isFalse();
        assertThat(told("filing_window", "sla.breached").internal()).isFalse();
        assertThat(told("decision", "sla.breached").internal()).isTrue();
        assertThat(told("a-metric-of-the-operators-own", "sla.breached").internal())
                .isTrue();
    }

    @Test
    void alertsCanBeSubscribedToByTypeAndTogether() {
        assertThat(new EventSelection(List.of("sla.*")).unknown(sources.types()))
                .isEmpty();
        assertThat(new EventSelection(List.of("sla.breached", "AppealDecided")).unknown(sources.types()))
                .isEmpty();
        assertThat(new EventSelection(List.of("sla.lost")).unknown(sources.types()))
                .contains("sla.lost");
        assertThat(new EventSelection(List.of("sla.*")).includes("AppealDecided"))
                .isFalse();
    }
}
