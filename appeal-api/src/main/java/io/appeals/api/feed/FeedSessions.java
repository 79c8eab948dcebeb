package io.appeals.api.feed;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** All clients of this node's stream. A node that stops sends them away rather than waiting for streams without end. */
@Singleton
class FeedSessions implements GracefulShutdownCapable {

    private static final int MOST = 2_000;

    private final Set<FeedSession> open = ConcurrentHashMap.newKeySet();
    private final Map<FeedSession.Dropped, Counter> dropped = new EnumMap<>(FeedSession.Dropped.class);
    private final Counter refused;
    private volatile boolean closing;

    FeedSessions(MeterRegistry registry) {
        Gauge.builder("appeals.stream.clients", open, Set::size)
                .description("Clients of this node's stream")
                .register(registry);
        for (FeedSession.Dropped why : FeedSession.Dropped.values()) {
            dropped.put(
                    why,
                    Counter.builder("appeals.stream.dropped.clients")
                            .description("Clients that were disconnected since they read too slowly")
                            .tag("reason", why.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
        refused = Counter.builder("appeals.stream.refused.clients")
                .description("Clients that were turned away since there were too many, or the node was stopping")
                .register(registry);
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    boolean isFull() {
        return closing || open.size() >= MOST;
    }

    /** A client was turned away. */
    void refused() {
        refused.increment();
    }

    /** Returns once the session has ended. */
    void run(FeedSession session) {
        open.add(session);
        try {
            session.run();
        } finally {
            open.remove(session);
        }
        FeedSession.Dropped why = session.dropped();
        if (why != null) {
            Objects.requireNonNull(dropped.get(why)).increment();
        }
    }

    @Override
    public CompletionStage<?> shutdownGracefully() {
        closing = true;
        open.forEach(FeedSession::end);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public OptionalLong reportActiveTasks() {
        return OptionalLong.of(open.size());
    }
}
