package io.appeals.projections.sla.topology;

import io.appeals.schema.table.SlaAlert;
import java.time.Duration;

/** Hears what the projection does, for metrics. Called by its threads: must not block. */
public interface SlaObserver {

    SlaObserver NONE = new SlaObserver() {
        @Override
        public void alerted(SlaAlert alert) {
            // Nobody listens.
        }

        @Override
        public void scanned(Duration took, int alerts) {
            // Nobody listens.
        }
    };

    /** An alert was given. After a crash before its commit it is given again, with the same id, and is in the topic once. */
    void alerted(SlaAlert alert);

    /** One partition's deadlines were looked through. */
    void scanned(Duration took, int alerts);
}
