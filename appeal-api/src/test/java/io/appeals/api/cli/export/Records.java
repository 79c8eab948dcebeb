package io.appeals.api.cli.export;

import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.Automation;
import io.appeals.schema.appeal.Outcome;
import io.appeals.schema.appeal.Remedy;
import io.appeals.schema.appeal.Stage;
import io.appeals.schema.appeal.SubjectType;
import io.appeals.schema.table.DecisionRow;
import io.appeals.schema.table.StatusRow;
import io.appeals.schema.topic.Topic;
import io.appeals.schema.wire.Published;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Records as the product writes them. */
final class Records {

    static final Instant MORNING = Instant.parse("2026-11-24T08:00:00Z");

    private Records() {}

    /** A decision about 249.90 EUR, without category and policies. */
    static ConsumerRecord<String, byte[]> decision(int partition, long offset, Instant at) {
        DecisionRow row = new DecisionRow(
                "d-" + partition + "-" + offset,
                "a-" + partition,
                "S-1",
                4,
                Stage.FIRST_REVIEW,
                SubjectType.LISTING,
                null,
                new BigDecimal("249.90"),
                "EUR",
                Outcome.OVERTURNED,
                "rita",
                "",
                Automation.NONE,
                List.of("GENUINE", "PROVED, \"twice\""),
                List.of(),
                List.of(Remedy.LISTING_REINSTATED),
                null,
                at,
                90_000L);
        return of(
                Topic.DECISIONS,
                partition,
                offset,
                at,
                "a-" + partition,
                Published.DECISIONS.wireFormat().encode(row));
    }

    /** An appeal as it stands at that version. */
    static ConsumerRecord<String, byte[]> status(String appealId, long version, long offset, Instant at) {
        StatusRow row = new StatusRow(
                appealId,
                "S-1",
                version,
                AppealStatus.DRAFT,
                Stage.FIRST_REVIEW,
                null,
                null,
                SubjectType.LISTING,
                "L-1",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                at,
                null,
                null,
                null,
                null,
                at,
                0,
                0,
                0,
                null,
                null,
                null,
                0,
                0,
                0,
                0L,
                0L,
                0L,
                0L,
                0L,
                0L,
                0L,
                0L,
                0L,
                0L,
                0L);
        return of(
                Topic.STATUS,
                0,
                offset,
                at,
                appealId,
                Published.STATUS.wireFormat().encode(row));
    }

    static ConsumerRecord<String, byte[]> tombstone(String appealId, long offset, Instant at) {
        return of(Topic.STATUS, 0, offset, at, appealId, null);
    }

    static ConsumerRecord<String, byte[]> of(
            Topic topic,
            int partition,
            long offset,
            Instant at,
            String key,
            byte @org.jspecify.annotations.Nullable [] value) {
        return new ConsumerRecord<>(
                topic.topicName(),
                partition,
                offset,
                at.toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                key,
                value,
                new RecordHeaders(),
                Optional.empty());
    }
}
