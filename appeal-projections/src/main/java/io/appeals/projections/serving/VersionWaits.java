package io.appeals.projections.serving;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Those who wait for an appeal to change. Waiters park; whoever changes the appeal wakes them. */
final class VersionWaits {

    private final Map<String, Set<Wait>> waits = new ConcurrentHashMap<>();

    /** Begins to listen, so that no change after this moment is missed. */
    Wait begin(String appealId) {
        Wait wait = new Wait(appealId);
        waits.compute(appealId, (id, others) -> {
            Set<Wait> all = others == null ? ConcurrentHashMap.newKeySet() : others;
            all.add(wait);
            return all;
        });
        return wait;
    }

    /** To be called after the change can be read. */
    void changed(String appealId) {
        Set<Wait> all = waits.get(appealId);
        if (all != null) {
            all.forEach(Wait::wake);
        }
    }

    /** Wakes everybody, for instance because the partition goes away. */
    void wakeAll() {
        waits.values().forEach(all -> all.forEach(Wait::wake));
    }

    final class Wait implements AutoCloseable {

        private final String appealId;
        private final Semaphore changes = new Semaphore(0);

        private Wait(String appealId) {
            this.appealId = appealId;
        }

        private void wake() {
            changes.release();
        }

        /** False if nothing changed in that time. */
        boolean await(Duration atMost) throws InterruptedException {
            boolean changed = changes.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
            changes.drainPermits();
            return changed;
        }

        @Override
        public void close() {
            waits.computeIfPresent(appealId, (id, all) -> {
                all.remove(this);
                return all.isEmpty() ? null : all;
            });
        }
    }
}
