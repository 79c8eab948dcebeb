package io.appeals.api.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.api.feed.FeedItem;
import io.appeals.api.webhook.DeliveryId;
import io.appeals.api.webhook.Webhook;
import io.appeals.api.webhook.endpoint.Answer;
import io.appeals.schema.webhook.DeliveryStatus;
import io.appeals.schema.webhook.WebhookAttempt;
import io.appeals.schema.webhook.WebhookState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is delivered when, and what is kept of it. */
class DeliveryDeskTest {

    private final DeskScene scene = new DeskScene();

    @Test
    void everybodyIsToldWhatTheyAskedForAndMaySee() {
        scene.subscribed("all");
        scene.subscribed("decisions", null, null, "AppealDecided", "Evidence*");
        scene.subscribed("seller-A", "S-A", "S-A", "*");
        scene.subscribed("market-about-A", "S-A", null, "*");

        scene.happened("A1", 1, "AppealDecided", false);
        scene.happened("A2", 1, "IntegrityFlagged", true);
        scene.happened("B1", 1, "EvidenceAttached", false);

        assertThat(scene.sentTo("all")).containsExactly("A1/1", "A2/1", "B1/1");
        assertThat(scene.sentTo("decisions")).containsExactly("A1/1", "B1/1");
        assertThat(scene.sentTo("seller-A")).containsExactly("A1/1");
        assertThat(scene.sentTo("market-about-A")).containsExactly("A1/1", "A2/1");
    }

    @Test
    void whatHappenedBeforeTheSubscriptionIsNotTold() {
        scene.happened("A1", 1);
        scene.subscribed("w");
        scene.happened("A1", 2);
        assertThat(scene.sentTo("w")).containsExactly("A1/2");
    }

    @Test
    void whatHappenedBetweenTheSubscriptionAndTheNodesHearingOfItIsToldFromTheLog() {
        scene.happened("A1", 1);
        Webhook webhook = scene.unheardOf("w", null, null, "*");
        scene.happened("A1", 2);
        scene.desk().know(webhook);
        scene.happened("B1", 1);
        assertThat(scene.sentTo("w")).as("it reads by itself first").isEmpty();
        scene.readBacklogs();
        assertThat(scene.sentTo("w")).containsExactly("A1/2", "B1/1");
    }

    @Test
    void aboutOneAppealOnlyOneIsUnderWayWhileOthersGoOn() {
        scene.subscribed("w");
        scene.happened("A1", 1);
        scene.happened("A1", 2);
        scene.happened("B1", 1);
        assertThat(scene.sentTo("w")).containsExactly("A1/1", "B1/1");
        scene.ok();
        assertThat(scene.sentTo("w")).containsExactly("A1/1", "B1/1", "A1/2");
    }

    @Test
    void theNextAboutAnAppealWaitsUntilTheFirstIsThroughHoweverOftenThatFails() {
        scene.subscribed("w");
        scene.happened("A1", 1);
        scene.fails();
        scene.happened("A1", 2);
        scene.happened("B1", 1);
        scene.ok();
        assertThat(scene.sentTo("w")).containsExactly("A1/1", "B1/1");

        scene.passes(Duration.ofSeconds(5));
        scene.fails();
        scene.passes(Duration.ofMinutes(5).minusMillis(1));
        assertThat(scene.underWay()).isEmpty();
        scene.passes(Duration.ofMillis(1));
        scene.ok();
        scene.ok();
        assertThat(scene.sentTo("w")).containsExactly("A1/1", "B1/1", "A1/1", "A1/1", "A1/2");
    }

    @Test
    void aDeadEndpointKeepsNobodyElseWaiting() {
        scene.subscribed("dead");
        scene.subscribed("alive");
        for (int i = 1; i <= 3 * Lane.CAPACITY; i++) {
            scene.happened("A" + i, 1);
            scene.allOkTo("alive");
        }
        assertThat(scene.sentTo("alive")).hasSize(3 * Lane.CAPACITY);
        assertThat(scene.sentTo("dead")).hasSize(4);

        scene.passes(Duration.ofSeconds(2));
        scene.keep();
        assertThat(scene.place()).isEqualTo(3 * Lane.CAPACITY);
        assertThat(scene.kept(WebhookState.Lane.class, "dead|lane|appeals.events.v1|0")
                        .position())
                .isZero();
    }

    @Test
    void aLaneThatFellBehindReadsOnByItselfInOrderAndWithoutLoss() {
        scene.subscribed("slow");
        int events = 5 * Lane.CAPACITY;
        for (int i = 1; i <= events; i++) {
            scene.happened("A" + (i % 40), i);
        }
        while (!scene.underWay().isEmpty()) {
            scene.ok();
            scene.readBacklogs();
        }
        List<String> sent = scene.sentTo("slow");
        assertThat(sent).doesNotHaveDuplicates().hasSize(events);
        for (int appeal = 0; appeal < 40; appeal++) {
            String prefix = "A" + appeal + "/";
            assertThat(sent.stream()
                            .filter(each -> each.startsWith(prefix))
                            .map(each -> Integer.parseInt(each.substring(prefix.length())))
                            .toList())
                    .isSorted();
        }
        scene.happened("Z1", 1);
        assertThat(scene.sentTo("slow")).last().isEqualTo("Z1/1");
        scene.ok();
        scene.keep();
        assertThat(scene.place()).isEqualTo(events + 1);
        assertThat(scene.kept(WebhookState.Lane.class).values())
                .extracting(WebhookState.Lane::position)
                .containsOnlyNulls();
    }

    @Test
    void aFailureIsParkedSoThatThePlaceInTheLogDoesNotWaitForIt() {
        scene.subscribed("w");
        scene.keep();
        scene.happened("A1", 1);
        scene.keep();
        assertThat(scene.place()).as("while it is under way").isZero();

        scene.fails();
        scene.happened("A1", 2);
        scene.keep();
        assertThat(scene.place()).isEqualTo(2);
        WebhookState.Queue queue = scene.kept(WebhookState.Queue.class, "w|queue|appeals.events.v1|A1");
        assertThat(queue.waiting()).hasSize(2);
        assertThat(queue.attempts()).isEqualTo(1);
        assertThat(queue.nextAttemptAt()).isEqualTo(DeskScene.BEGIN.plusSeconds(5));
        assertThat(queue.httpStatus()).isEqualTo(500);

        scene.passes(Duration.ofSeconds(5));
        scene.ok();
        scene.ok();
        scene.keep();
        assertThat(scene.kept(WebhookState.Queue.class)).isEmpty();
    }

    @Test
    void afterACrashWhatWasNotKeptIsSentAgainUnderTheSameIdAndNothingIsLost() {
        scene.subscribed("w");
        FeedItem first = scene.happened("A1", 1);
        scene.ok();
        scene.happened("A2", 1);
        scene.fails();
        scene.keep();
        FeedItem unkept = scene.happened("A3", 1);
        scene.ok();
        scene.happened("A2", 2);

        scene.crash();
        assertThat(scene.sentTo("w")).containsExactly("A3/1");
        assertThat(scene.underWay().getFirst().delivery().id()).isEqualTo(DeliveryId.of(unkept.id(), "w"));
        assertThat(DeliveryId.of(first.id(), "w")).isNotEqualTo(DeliveryId.of(first.id(), "other"));

        scene.ok();
        scene.passes(Duration.ofSeconds(5));
        scene.ok();
        scene.ok();
        assertThat(scene.sentTo("w")).containsExactly("A3/1", "A2/1", "A2/2");
    }

    @Test
    void aQueueThatIsTakenOverIsNotFilledTwiceWhenItsEventsAreReadAgain() {
        scene.subscribed("w");
        scene.happened("B1", 1);
        scene.happened("A1", 1);
        scene.happened("A1", 2);
        scene.answer(new Answer.Received(200));
        scene.fails();
        scene.keep();
        // B1 is settled, A1 is parked; the node dies before it reads on, and the lane's place is read from again.
        scene.crash();
        scene.passes(Duration.ofSeconds(5));
        scene.ok();
        scene.ok();
        assertThat(scene.sentTo("w")).containsExactly("A1/1", "A1/2");
    }

    @Test
    void a410DisablesTheWebhookAtOnceAndKeepsItsPlace() {
        scene.subscribed("w");
        scene.happened("A1", 1);
        scene.answer(new Answer.Gone());
        scene.happened("A2", 1);
        scene.keep();
        WebhookState.Standing standing = scene.kept(WebhookState.Standing.class, "w|standing");
        assertThat(standing.enabled()).isFalse();
        assertThat(standing.reason()).contains("410");
        scene.passes(Duration.ofDays(10));
        assertThat(scene.sentTo("w")).containsExactly("A1/1");

        scene.standing("w", true);
        scene.readBacklogs();
        scene.ok();
        scene.ok();
        assertThat(scene.sentTo("w")).containsExactlyInAnyOrder("A1/1", "A1/1", "A2/1");
    }

    @Test
    void anEndpointThatIsDeadForTheWholeScheduleIsDisabledWithNothingLost() {
        scene.subscribed("w");
        scene.happened("A1", 1);
        for (int attempt = 1; attempt <= RetrySchedule.STANDARD.attempts(); attempt++) {
            assertThat(scene.underWay()).hasSize(1);
            assertThat(scene.underWay().getFirst().attempt()).isEqualTo(attempt);
            scene.answer(new Answer.Unreachable("nobody accepts connections there"));
            scene.passes(Duration.ofHours(24));
        }
        scene.keep();
        assertThat(scene.kept(WebhookState.Standing.class, "w|standing").reason())
                .contains("no attempt has succeeded since", "nobody accepts connections there");
        assertThat(scene.kept(WebhookState.GivenUp.class)).isEmpty();

        scene.standing("w", true);
        scene.passes(Duration.ZERO);
        assertThat(scene.underWay().getFirst().attempt()).isEqualTo(1);
        scene.ok();
    }

    @Test
    void aDeliveryThatFailsWhileOthersGetThroughIsGivenUpAndThoseBehindItGoOn() {
        scene.subscribed("w");
        FeedItem poison = scene.happened("A1", 1);
        scene.happened("A1", 2);
        for (int attempt = 1; attempt <= RetrySchedule.STANDARD.attempts(); attempt++) {
            scene.fails();
            scene.happened("B" + attempt, 1);
            scene.ok();
            if (attempt < RetrySchedule.STANDARD.attempts()) {
                scene.passes(Duration.ofHours(25));
            }
        }
        scene.keep();
        assertThat(scene.kept(WebhookState.Standing.class)).isEmpty();
        assertThat(scene.kept(WebhookState.GivenUp.class))
                .containsOnlyKeys("w|given-up|" + DeliveryId.of(poison.id(), "w"));
        assertThat(scene.sentTo("w")).contains("A1/2");
        assertThat(scene.attempts().stream().filter(a -> a.status() == DeliveryStatus.GIVEN_UP))
                .hasSize(1);
    }

    @Test
    void whatWasGivenUpCanBeSentAgainByHand() {
        scene.subscribed("w");
        FeedItem item = scene.happened("A1", 1);
        scene.ok();
        scene.retry("w", item);
        assertThat(scene.sentTo("w")).containsExactly("A1/1", "A1/1");
        scene.ok();
        scene.keep();
        assertThat(scene.attempts()).extracting(WebhookAttempt::deliveryId).containsOnly(DeliveryId.of(item.id(), "w"));
    }

    @Test
    void whatWaitsGoesAtOnceWhenSomebodyAsks() {
        scene.subscribed("w");
        FeedItem item = scene.happened("A1", 1);
        scene.fails();
        scene.retry("w", item);
        assertThat(scene.underWay()).hasSize(1);
        assertThat(scene.underWay().getFirst().attempt()).isEqualTo(2);
    }

    @Test
    void onceAnEndpointThatWasDownIsBackWhatWaitsForItNeedNotWaitForItsHour() {
        scene.subscribed("w");
        for (int i = 1; i <= 6; i++) {
            scene.happened("A" + i, 1);
            scene.fails();
        }
        scene.passes(Duration.ofSeconds(5));
        for (int i = 1; i <= 6; i++) {
            scene.fails();
        }
        scene.happened("B1", 1);
        scene.ok();
        assertThat(scene.underWay()).as("five minutes early").hasSize(4);
        scene.ok();
        scene.ok();
        assertThat(scene.underWay()).hasSize(4);
    }

    @Test
    void aNodeThatTakesOverSeesAnEndpointComeBackToo() {
        scene.subscribed("w");
        for (int i = 1; i <= 6; i++) {
            scene.happened("A" + i, 1);
            scene.fails();
        }
        scene.passes(Duration.ofSeconds(5));
        for (int i = 1; i <= 6; i++) {
            scene.fails();
        }
        scene.keep();
        scene.crash();
        scene.happened("B1", 1);
        scene.ok();
        assertThat(scene.underWay()).as("five minutes early").hasSize(4);
    }

    @Test
    void aReceiverThatAsksForAPauseGetsIt() {
        scene.subscribed("w");
        scene.happened("A1", 1);
        scene.answer(new Answer.Refused(429, Duration.ofSeconds(60)));
        scene.passes(Duration.ofSeconds(59));
        assertThat(scene.underWay()).isEmpty();
        scene.passes(Duration.ofSeconds(1));
        assertThat(scene.underWay()).hasSize(1);
    }

    @Test
    void ofAWebhookThatIsRemovedNothingIsKept() {
        scene.subscribed("w");
        scene.happened("A1", 1);
        scene.fails();
        scene.keep();
        scene.forget("w");
        scene.keep();
        assertThat(scene.kept(WebhookState.class)).isEmpty();
        scene.happened("A1", 2);
        scene.passes(Duration.ofDays(1));
        assertThat(scene.underWay()).isEmpty();
    }

    @Test
    void oneThatIsSlowHoldsThePartitionsPlaceForAMomentOnlyAndThenKeepsItsOwn() {
        scene.subscribed("slow");
        scene.subscribed("fast");
        scene.keep();
        scene.happened("A1", 1);
        scene.allOkTo("fast");
        scene.keep();
        assertThat(scene.place()).isZero();
        scene.passes(Duration.ofMillis(1_001));
        scene.keep();
        assertThat(scene.place()).isEqualTo(1);

        scene.crash();
        assertThat(scene.sentTo("fast")).isEmpty();
        assertThat(scene.sentTo("slow")).containsExactly("A1/1");
    }
}
