package io.appeals.api.bench;

import java.io.IOException;

/** One of the ways that are measured, from the sender of a command to its answer after the commit. */
interface Route extends AutoCloseable {

    RouteName name();

    /** Gets ready for one measurement with so many senders. */
    Lanes open(int senders) throws IOException, InterruptedException;

    @Override
    void close();

    /** What the senders of one measurement send on. */
    interface Lanes extends AutoCloseable {

        /**
         * Sends the sender's present command, and later calls {@link Sender#answered} or {@link Sender#refused}, on any
         * thread.
         */
        void send(Sender sender);

        @Override
        void close();
    }
}
