package io.appeals.api.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.api.feed.FeedItem;
import io.appeals.api.webhook.DeliveryId;
import io.appeals.api.webhook.endpoint.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Events, answers, failures, commits and crashes in any order: in the end every endpoint has everything, under the right ids,
 * and about each appeal for the first time in order. {@code -Ddeliveries.seed} repeats a run.
 */
class RandomDeliveriesTest {

    private static final int RUNS = 60;
    private static final int STEPS = 1_500;
    private static final List<String> WEBHOOKS = List.of("one", "two", "three");

    @Test
    void nothingIsLostAndNothingComesOutOfOrder() {
        long seed = Long.getLong("deliveries.seed", System.nanoTime());
        for (int run = 0; run < RUNS; run++) {
            play(seed + run);
        }
    }

    private static void play(long seed) {
        Random random = new Random(seed);
        DeskScene scene = new DeskScene();
        WEBHOOKS.forEach(scene::subscribed);
        Map<String, Long> versions = new HashMap<>();
        List<FeedItem> happened = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            step(random, scene, versions, happened);
        }
        settle(scene);
        for (String webhook : WEBHOOKS) {
            check(seed, webhook, scene.accepted(webhook), happened);
        }
        scene.keep();
        assertThat(scene.place()).as("seed %d", seed).isEqualTo(happened.size());
    }

    private static void step(Random random, DeskScene scene, Map<String, Long> versions, List<FeedItem> happened) {
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4, 5, 6, 7 -> {
                String appeal = "A" + random.nextInt(30);
                happened.add(scene.happened(appeal, versions.merge(appeal, 1L, Long::sum)));
            }
            case 8, 9, 10, 11, 12, 13 -> answer(random, scene);
            case 14, 15 -> scene.keep();
            case 16 -> scene.readBacklogs();
            case 17 -> scene.passes(Duration.ofMillis(random.nextInt(3_000)));
            case 18 -> scene.passes(Duration.ofMinutes(random.nextInt(300)));
            default -> {
                if (random.nextInt(10) == 0) {
                    scene.crash();
                }
            }
        }
    }

    private static void answer(Random random, DeskScene scene) {
        if (!scene.underWay().isEmpty()) {
            int which = random.nextInt(scene.underWay().size());
            scene.answer(which, random.nextInt(5) == 0 ? new Answer.Refused(500, null) : new Answer.Received(200));
        }
    }

    /** Everybody answers from now on, and there is all the time in the world. */
    private static void settle(DeskScene scene) {
        for (int round = 0; round < 200; round++) {
            while (!scene.underWay().isEmpty()) {
                scene.ok();
            }
            scene.readBacklogs();
            if (scene.underWay().isEmpty()) {
                scene.passes(Duration.ofHours(25));
            }
        }
    }

    private static void check(long seed, String webhook, List<Delivery> accepted, List<FeedItem> happened) {
        Map<String, Set<Long>> firsts = new HashMap<>();
        for (Delivery delivery : accepted) {
            firsts.computeIfAbsent(delivery.appealId(), _ -> new LinkedHashSet<>())
                    .add(delivery.offset());
        }
        Map<String, List<Long>> expected = new HashMap<>();
        Set<String> ids = new LinkedHashSet<>();
        for (FeedItem item : happened) {
            expected.computeIfAbsent(item.appealId(), _ -> new ArrayList<>()).add(item.offset());
            ids.add(DeliveryId.of(item.id(), webhook));
        }
        assertThat(firsts.keySet()).as("seed %d", seed).isEqualTo(expected.keySet());
        firsts.forEach((appeal, offsets) -> assertThat(List.copyOf(offsets))
                .as("seed %d, %s about %s", seed, webhook, appeal)
                .isEqualTo(expected.get(appeal)));
        assertThat(accepted.stream().map(Delivery::id))
                .as("seed %d", seed)
                .containsAll(ids)
                .isSubsetOf(ids);
    }
}
