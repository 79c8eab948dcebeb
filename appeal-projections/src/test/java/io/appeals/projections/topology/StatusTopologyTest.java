package io.appeals.projections.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appeals.projections.NotReady;
import io.appeals.projections.ProjectionStatus;
import io.appeals.projections.history.AppealHistory;
import io.appeals.projections.status.Message;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.InformationSource;
import io.appeals.schema.appeal.MessageVisibility;
import io.appeals.schema.appeal.Outcome;
import io.appeals.schema.appeal.Remedy;
import io.appeals.schema.appeal.Stage;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.table.DecisionRow;
import io.appeals.schema.table.StatusRow;
import io.appeals.schema.topic.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusTopologyTest {

    @TempDir
    Path folder;

    private ProjectionDriver projection;

    private final AppealHistory history = AppealHistory.of("seller-1", "L-1");

    @BeforeEach
    void start() {
        projection = new ProjectionDriver(folder).caughtUp();
    }

    @AfterEach
    void stop() {
        projection.close();
    }

    @Test
    void everyEventIsInTheViewAndInTheStatusRowsAtOnce() {
        projection.read(history.enforced().opened().submitted());

        assertThat(projection.queries().appeal(history.appealId())).get().satisfies(view -> {
            assertThat(view.version()).isEqualTo(3);
            assertThat(view.status()).isEqualTo(AppealStatus.SUBMITTED);
        });
        assertThat(projection.statusRows()).extracting(StatusRow::version).containsExactly(1L, 2L, 3L);
        assertThat(projection.deadLetters()).isEmpty();
    }

    @Test
    void anAppealThatNeverWasIsNotThere() {
        assertThat(projection.queries().appeal("00000000-0000-5000-8000-000000000000"))
                .isEmpty();
        assertThat(projection.queries().timeline("00000000-0000-5000-8000-000000000000", 0, 200))
                .isEmpty();
    }

    @Test
    void everyDecisionIsPublishedWithWhatWasKnownThen() {
        projection.read(history.opened()
                .submitted()
                .reviewStartedBy("rita")
                .decidedBy("rita", Outcome.UPHELD)
                .escalated()
                .reviewStartedBy("sam")
                .recategorizedTo("PRODUCT_SAFETY")
                .decidedBy("sam", Outcome.OVERTURNED, Remedy.LISTING_REINSTATED));

        List<DecisionRow> rows = projection.decisionRows();
        assertThat(rows).extracting(DecisionRow::stage).containsExactly(Stage.FIRST_REVIEW, Stage.SUPERVISOR_REVIEW);
        assertThat(rows).extracting(DecisionRow::category).containsExactly("PRODUCT_AUTHENTICITY", "PRODUCT_SAFETY");
        assertThat(rows).extracting(DecisionRow::decisionId).doesNotHaveDuplicates();
    }

    @Test
    void rowsBearTheKeyOfTheAppealAndTheHeadersOfACloudEvent() {
        projection.read(history.opened());

        TestRecord<byte[], byte[]> row = projection.published(Topic.STATUS).getFirst();
        assertThat(new String(row.key(), UTF_8)).isEqualTo(history.appealId());
        assertThat(header(row, "ce_type")).isEqualTo("io.appeals.AppealStatus");
        assertThat(header(row, "ce_subject")).isEqualTo(history.appealId());
        assertThat(header(row, "ce_sequence")).isEqualTo("1");
        assertThat(header(row, "content-type")).isEqualTo("application/avro");
        assertThat(header(row, "ce_id")).isNotEqualTo(history.last().eventId());
    }

    @Test
    void aRepeatedEventChangesNothingButIsPublishedOnceMore() {
        projection.read(history.opened()
                .submitted()
                .reviewStartedBy("rita")
                .decidedBy("rita", Outcome.UPHELD)
                .escalated());
        var before = projection.queries().appeal(history.appealId());
        List<DecisionRow> decisions = projection.decisionRows();
        projection.statusRows();

        history.events().forEach(projection::read);

        assertThat(projection.queries().appeal(history.appealId())).isEqualTo(before);
        assertThat(projection.decisionRows()).isEqualTo(decisions);
        assertThat(projection.statusRows())
                .hasSize(5)
                .extracting(StatusRow::version)
                .containsOnly(5L);
        assertThat(projection.queries().timeline(history.appealId(), 0, 200)).isEqualTo(history.events());
        assertThat(projection.deadLetters()).isEmpty();
    }

    @Test
    void aGapInTheVersionsDegradesTheAppealAndItsEventsBecomeDeadLetters() {
        history.opened().submitted().reviewStartedBy("rita").recategorizedTo("PRODUCT_SAFETY");
        projection.read(history.event(1));
        projection.read(history.event(3));
        projection.read(history.event(4));

        assertThat(projection.queries().appeal(history.appealId())).get().satisfies(view -> {
            assertThat(view.version()).isEqualTo(1);
            assertThat(view.degradedSince()).isEqualTo(2);
        });
        assertThat(projection.queries().readiness().degradedAppeals()).isOne();
        assertThat(projection.statusRows())
                .last()
                .extracting(StatusRow::degradedSince)
                .isEqualTo(2L);
        assertThat(projection.deadLetters())
                .hasSize(2)
                .allSatisfy(letter -> assertThat(letter.reason()).isEqualTo("unfoldable"))
                .first()
                .satisfies(letter -> {
                    assertThat(letter.detail()).contains("expected version 2").contains("found version 3");
                    assertThat(letter.key()).isEqualTo(history.appealId());
                    assertThat(letter.value()).isEqualTo(ProjectionDriver.encoded(history.event(3)));
                    assertThat(letter.topic()).isEqualTo(Topic.EVENTS.topicName());
                    assertThat(letter.offset()).isEqualTo(1);
                });
    }

    @Test
    void whatIsPutAsideIsCountedByReason() {
        history.opened().submitted().reviewStartedBy("rita");
        projection.read(history.event(1));
        projection.read(history.event(3));
        projection.readBytes(null, "who am I".getBytes(UTF_8));
        projection.readResultBytes("c-1", null);

        ProjectionStatus status = projection.status();

        assertThat(status.deadLetters()).containsOnly(Map.entry("unfoldable", 1L), Map.entry("undecodable", 2L));
        assertThat(status.degradedAppeals()).isOne();
        assertThat(status.partitions()).isOne();
        assertThat(status.caughtUpPartitions()).isOne();
    }

    @Test
    void whatCanBeReadOfADegradedAppealStaysInItsTimeline() {
        history.opened().submitted().reviewStartedBy("rita");
        projection.read(history.event(1));
        projection.read(history.event(3));

        assertThat(projection.queries().timeline(history.appealId(), 0, 200))
                .extracting(RecordedEvent::version)
                .containsExactly(1L, 3L);
    }

    @Test
    void bytesThatAreNoEventDegradeTheirAppealAndNobodyElses() {
        AppealHistory other = AppealHistory.of("seller-2", "L-2").opened();
        projection.read(history.opened());
        projection.readBytes(history.appealId(), new byte[] {0, 0, 0, 0, 99, 1, 2, 3});
        projection.read(other.submitted());

        assertThat(projection.queries().appeal(history.appealId()))
                .get()
                .satisfies(view -> assertThat(view.degradedSince()).isEqualTo(2));
        assertThat(projection.queries().appeal(other.appealId())).get().satisfies(view -> {
            assertThat(view.version()).isEqualTo(2);
            assertThat(view.degradedSince()).isNull();
        });
        assertThat(projection.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.reason()).isEqualTo("undecodable");
            assertThat(letter.value()).containsExactly(0, 0, 0, 0, 99, 1, 2, 3);
        });
    }

    @Test
    void recordsWithoutValueOrOfAnotherAppealDegradeTheAppealThatIsTheirKey() {
        AppealHistory other = AppealHistory.of("seller-2", "L-2").opened();
        projection.read(history.opened());
        projection.read(other);

        projection.readBytes(history.appealId(), null);
        projection.readBytes(
                other.appealId(), ProjectionDriver.encoded(history.submitted().last()));

        assertThat(projection.queries().readiness().degradedAppeals()).isEqualTo(2);
        assertThat(projection.deadLetters()).hasSize(2);
    }

    @Test
    void anAppealWhoseFirstEventIsUnreadableIsNeverSaidToBeMissing() {
        projection.readBytes(history.appealId(), "no event".getBytes(UTF_8));

        assertThatThrownBy(() -> projection.queries().appeal(history.appealId()))
                .isInstanceOf(NotReady.class)
                .hasMessageContaining("degraded since version 1");
        assertThatThrownBy(() -> projection.queries().appeal(history.appealId(), 1))
                .isInstanceOf(NotReady.class)
                .hasMessageContaining("degraded since version 1");
        assertThat(projection.queries().readiness().degradedAppeals()).isOne();
    }

    @Test
    void aRecordThatBelongsToNoAppealIsADeadLetterAndSaidInHealth() {
        projection.readBytes(null, "who am I".getBytes(UTF_8));

        assertThat(projection.deadLetters())
                .singleElement()
                .satisfies(letter -> assertThat(letter.detail()).contains("no key"));
        assertThat(projection.queries().readiness().problems())
                .singleElement()
                .asString()
                .contains("1 records");
    }

    @Test
    void twoDifferentEventsOfOneVersionDegradeTheAppealFromThatVersionOn() {
        projection.read(history.opened().submitted());
        RecordedEvent impostor = AppealHistory.of("seller-1", "L-1")
                .opened()
                .statementAmended("something else")
                .last();
        projection.read(impostor);

        assertThat(projection.queries().appeal(history.appealId()))
                .get()
                .satisfies(view -> assertThat(view.degradedSince()).isEqualTo(2));
        assertThat(projection.queries().timeline(history.appealId(), 0, 200)).isEqualTo(history.events());
        assertThat(projection.deadLetters())
                .singleElement()
                .satisfies(letter -> assertThat(letter.detail()).contains("version 2 once"));
    }

    @Test
    void aViewThatWouldGrowOutOfBoundsDegradesTheAppealInsteadOfStoppingTheStream() {
        AppealHistory other = AppealHistory.of("seller-2", "L-2").opened();
        projection.read(history.opened());
        projection.read(
                history.statementAmended("x".repeat(StreamsSettings.MAX_ROW)).last());
        projection.read(other);

        assertThat(projection.queries().appeal(history.appealId()))
                .get()
                .satisfies(view -> assertThat(view.degradedSince()).isEqualTo(2));
        assertThat(projection.queries().appeal(other.appealId())).isPresent();
        assertThat(projection.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.value()).isNull();
            assertThat(letter.detail()).contains("is left out");
        });
    }

    @Test
    void messagesAreInTheViewAlthoughTheyAreKeptApart() {
        projection.read(history.opened());
        for (int i = 0; i < 250; i++) {
            projection.read(
                    history.messagePosted("m-" + i, MessageVisibility.ALL).last());
        }
        projection.read(history.submitted().last());

        var messages =
                projection.queries().appeal(history.appealId()).orElseThrow().messages();
        assertThat(messages).hasSize(250);
        assertThat(messages)
                .extracting(Message::messageId)
                .startsWith("m-0", "m-1")
                .endsWith("m-248", "m-249");
    }

    @Test
    void theTimelineIsReadInPages() {
        projection.read(history.enforced().opened().submitted().reviewStartedBy("rita"));

        assertThat(projection.queries().timeline(history.appealId(), 0, 2))
                .isEqualTo(history.events().subList(0, 2));
        assertThat(projection.queries().timeline(history.appealId(), 2, 2))
                .isEqualTo(history.events().subList(2, 4));
        assertThat(projection.queries().timeline(history.appealId(), 4, 2)).isEmpty();
    }

    @Test
    void anAppealCanBeSeenAsItWas() {
        projection.read(history.opened()
                .messagePosted("m-1", MessageVisibility.ALL)
                .submitted()
                .reviewStartedBy("rita")
                .informationRequested("r-1", InformationSource.SELLER));
        var submittedAt = history.event(3).occurredAt();

        assertThat(projection.queries().appealAsOf(history.appealId(), submittedAt))
                .get()
                .satisfies(view -> {
                    assertThat(view.version()).isEqualTo(3);
                    assertThat(view.status()).isEqualTo(AppealStatus.SUBMITTED);
                    assertThat(view.messages()).hasSize(1);
                    assertThat(view.informationRequests()).isEmpty();
                });
        assertThat(projection.queries().appealAsOf(history.appealId(), submittedAt.minusMillis(1)))
                .get()
                .satisfies(view -> assertThat(view.version()).isEqualTo(2));
        assertThat(projection.queries().appealAsOf(history.appealId(), AppealHistory.BEGINNING.minusSeconds(1)))
                .isEmpty();
        assertThat(projection
                        .queries()
                        .appealAsOf(history.appealId(), history.now().plus(Duration.ofDays(9))))
                .isEqualTo(projection.queries().appeal(history.appealId()));
    }

    private static String header(TestRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
