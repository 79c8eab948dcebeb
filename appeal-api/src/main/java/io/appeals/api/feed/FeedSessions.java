package io.appeals.api.feed;

import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import jakarta.inject.Singleton;
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
    private volatile boolean closing;

    boolean isEmpty() {
        return open.isEmpty();
    }

    boolean isFull() {
        return closing || open.size() >= MOST;
    }

    /** Returns once the session has ended. */
    void run(FeedSession session) {
        open.add(session);
        try {
            session.run();
        } finally {
            open.remove(session);
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
