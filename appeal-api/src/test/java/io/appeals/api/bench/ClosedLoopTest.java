package io.appeals.api.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appeals.api.bench.CommandMix.Appeal;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ClosedLoopTest {

    private static final Duration TIME = Duration.ofMillis(400);
    private static final int ANSWER_MILLIS = 20;

    private final CommandMix mix = new CommandMix("TEST");
    private final AtomicLong appeals = new AtomicLong();

    private ClosedLoop loop(Route route, int senders) {
        return new ClosedLoop(route, senders, () -> mix.appeal(appeals.getAndIncrement()));
    }

    /** Answers each command after 20 ms, unless told to do something else with it. */
    private static final class SlowRoute implements Route, Route.Lanes {

        private final ScheduledExecutorService answering = Executors.newScheduledThreadPool(2);
        private final AtomicInteger underWay = new AtomicInteger();
        private final AtomicInteger mostUnderWay = new AtomicInteger();
        private final Map<Appeal, Integer> nextTurns = new ConcurrentHashMap<>();
        private final AtomicInteger outOfOrder = new AtomicInteger();
        private final Consumer<Sender> answer;

        SlowRoute(Consumer<Sender> answer) {
            this.answer = answer;
        }

        @Override
        public RouteName name() {
            return RouteName.IN_PROCESS;
        }

        @Override
        public Lanes open(int senders) {
            return this;
        }

        @Override
        public void send(Sender sender) {
            mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            if (nextTurns.merge(sender.appeal(), 1, Integer::sum) != sender.turn() + 1) {
                outOfOrder.incrementAndGet();
            }
            sender.begins();
            var _ = answering.schedule(
                    () -> {
                        underWay.decrementAndGet();
                        answer.accept(sender);
                    },
                    ANSWER_MILLIS,
                    TimeUnit.MILLISECONDS);
        }

        @Override
        public void close() {
            answering.shutdownNow();
        }
    }

    @Test
    void everySenderHasOneCommandUnderWayAllTheTime() throws IOException, InterruptedException {
        SlowRoute route = new SlowRoute(Sender::answered);

        Measured measured = loop(route, 8).run(TIME);

        assertThat(route.mostUnderWay).hasValue(8);
        assertThat(measured.commands()).isGreaterThan(8).isLessThanOrEqualTo(8 * (TIME.toMillis() / ANSWER_MILLIS + 1));
        assertThat(measured.millis(0)).isGreaterThanOrEqualTo(ANSWER_MILLIS * 0.99);
        assertThat(measured.seconds()).isGreaterThanOrEqualTo(TIME.toMillis() / 1e3);
    }

    @Test
    void theCommandsOfAnAppealAreSentOneAfterTheOther() throws IOException, InterruptedException {
        SlowRoute route = new SlowRoute(Sender::answered);

        loop(route, 8).run(TIME);

        assertThat(route.outOfOrder).hasValue(0);
        assertThat(appeals.get()).as("each sender goes on to another appeal").isGreaterThan(8);
    }

    @Test
    void aRefusalFailsTheMeasurementAndIsTold() {
        AtomicInteger answers = new AtomicInteger();
        SlowRoute route = new SlowRoute(sender -> {
            if (answers.incrementAndGet() == 5) {
                sender.refused("HTTP 422 Say why.");
            } else {
                sender.answered();
            }
        });

        assertThatThrownBy(() -> loop(route, 2).run(TIME))
                .isInstanceOf(BenchFailure.class)
                .hasMessageContaining("in-process at 2 in flight")
                .hasMessageContaining("HTTP 422 Say why.")
                .hasMessageContaining("(command LST-TEST-");
    }
}
