package io.appeals.api.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/** The one thread that sends for all senders of a route, so that the threads that answer are not kept from their work. */
final class Loader implements Route.Lanes {

    private final BlockingQueue<Sender> waiting;
    private final Consumer<Sender> sending;
    private final Thread thread;

    /** @param senders how many there are at most */
    Loader(int senders, Consumer<Sender> sending) {
        this.waiting = new ArrayBlockingQueue<>(senders);
        this.sending = sending;
        this.thread = Thread.ofPlatform().daemon().name("bench-load").start(this::run);
    }

    @Override
    public void send(Sender sender) {
        waiting.add(sender);
    }

    private void run() {
        List<Sender> batch = new ArrayList<>();
        try {
            while (true) {
                batch.add(waiting.take());
                waiting.drainTo(batch);
                batch.forEach(sending);
                batch.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
