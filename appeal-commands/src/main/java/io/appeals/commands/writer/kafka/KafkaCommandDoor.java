package io.appeals.commands.writer.kafka;

import io.appeals.commands.CommandAnswer;
import io.appeals.commands.CommandDoor;
import io.appeals.commands.appeal.AppealDecider;
import io.appeals.commands.writer.WriterObserver;
import io.appeals.commands.writer.WriterSettings;
import io.appeals.commands.writer.WriterStatus;
import io.appeals.commands.writer.ledger.CommandDigest;
import io.appeals.commands.writer.queue.CommandQueue;
import io.appeals.commands.writer.queue.DirectCommand;
import io.appeals.commands.writer.queue.Submission;
import io.appeals.commands.writer.record.CommandRecord;
import io.appeals.commands.writer.record.LogRecords;
import io.appeals.commands.writer.store.AppealStore;
import io.appeals.schema.command.IssuedCommand;
import io.appeals.schema.result.CommandResult;
import io.appeals.schema.result.Rejection;
import io.appeals.schema.result.RejectionType;
import io.appeals.schema.topic.AppealPartition;
import io.appeals.schema.wire.SchemaIds;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The door on one node: commands for partitions that this node owns go straight to its owner; all others, also while
 * it is not known who the owner is, take the way of the commands topic.
 */
public final class KafkaCommandDoor implements CommandDoor, AutoCloseable {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final Duration WATCH_EVERY = Duration.ofMillis(250);
    private static final Duration STOPPING = Duration.ofSeconds(30);

    private final WriterSettings settings;
    private final InstantSource clock;
    private final WriterObserver observer;
    private final RecentAnswers recent = new RecentAnswers(System::nanoTime);
    private final CommandQueue queue;
    private final AppealStore store;
    private final Ownership ownership;
    private final CommandForwarder forwarder;
    private final PartitionOwner owner;
    private final CommandPoller poller;
    private final Thread ownerThread;
    private final Thread pollerThread;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("appeals-watch").factory());
    private volatile boolean closed;

    private KafkaCommandDoor(
            WriterSettings settings,
            AppealDecider decider,
            SchemaIds schemaIds,
            InstantSource clock,
            WriterObserver observer) {
        this.settings = settings;
        this.clock = clock;
        this.observer = observer;
        OwnerClients clients = new OwnerClients(settings);
        LogRecords records = new LogRecords(schemaIds);
        this.store = AppealStore.open(settings.dataFolder().resolve("owner"));
        this.queue = new CommandQueue(settings.queuedCommands(), settings.queuedBytes());
        this.ownership = new Ownership(settings.partitions(), queue::wake);
        this.forwarder = new CommandForwarder(settings, clients, records, recent, decider, clock);
        this.owner = new PartitionOwner(
                new OwnerParts(clients, records, decider, store, settings.cachedAppeals(), clock, observer),
                queue,
                ownership,
                new Replies());
        this.poller = new CommandPoller(
                clients.commandsConsumer(),
                new CommandReader(records.commands(), settings.partitions(), clock),
                queue,
                ownership);
        this.ownerThread = Thread.ofPlatform().name("appeals-owner").unstarted(owner);
        this.pollerThread = Thread.ofPlatform().name("appeals-poller").unstarted(poller);
    }

    /**
     * Takes part in the write path. Returns at once; {@link #status()} tells when this node's partitions are served.
     *
     * @throws io.appeals.commands.writer.store.StoreException if the data folder cannot be used
     */
    public static KafkaCommandDoor open(
            WriterSettings settings,
            AppealDecider decider,
            SchemaIds schemaIds,
            InstantSource clock,
            WriterObserver observer) {
        KafkaCommandDoor door = new KafkaCommandDoor(settings, decider, schemaIds, clock, observer);
        door.ownerThread.start();
        door.pollerThread.start();
        door.watch.scheduleWithFixedDelay(
                door::endLateWaits, WATCH_EVERY.toMillis(), WATCH_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return door;
    }

    @Override
    public CompletableFuture<CommandAnswer> submit(IssuedCommand command) {
        return submit(command, null);
    }

    /** @param traceParent W3C trace context, which the events carry on */
    public CompletableFuture<CommandAnswer> submit(IssuedCommand command, byte @Nullable [] traceParent) {
        if (closed) {
            return unavailable(command, "this node is shutting down");
        }
        CommandDigest digest = CommandDigest.of(command);
        if (digest.contentBytes() > CommandRecord.MAX_BYTES) {
            return malformed(
                    command,
                    "it has " + digest.contentBytes() + " bytes, at most " + CommandRecord.MAX_BYTES
                            + " are allowed; shorten its texts");
        }
        int partition = AppealPartition.of(command.appealId(), settings.partitions());
        if (!ownership.serves(partition)) {
            return forwarder
                    .send(partition, command, digest.digest(), traceParent)
                    .answer();
        }
        DirectCommand direct = new DirectCommand(
                partition,
                digest.contentBytes(),
                command,
                digest.digest(),
                traceParent,
                System.nanoTime(),
                new CompletableFuture<>());
        if (queue.offer(direct)) {
            return direct.answer();
        }
        observer.turnedAway();
        return unavailable(command, "more commands are waiting than can be decided soon");
    }

    @Override
    public CompletableFuture<CommandAnswer> submitAsync(IssuedCommand command) {
        return submitAsync(command, null);
    }

    /** @param traceParent W3C trace context, which the events carry on */
    public CompletableFuture<CommandAnswer> submitAsync(IssuedCommand command, byte @Nullable [] traceParent) {
        if (closed) {
            return unavailable(command, "this node is shutting down");
        }
        int partition = AppealPartition.of(command.appealId(), settings.partitions());
        return forwarder
                .send(partition, command, CommandDigest.of(command).digest(), traceParent)
                .left();
    }

    @Override
    public Optional<CommandAnswer> recent(String commandId) {
        return recent.find(commandId);
    }

    /** How this node's owner stands at this moment. */
    public WriterStatus status() {
        Desk desk = owner.desk();
        return new WriterStatus(
                desk == null ? 0 : desk.tenure().partitions().size(),
                desk == null ? 0 : desk.tenure().servingPartitions(),
                desk == null ? 1 : desk.recoveryProgress(),
                queue.depth(),
                queue.bytes(),
                problem(desk));
    }

    private String problem(@Nullable Desk desk) {
        String problem = poller.problem().isEmpty() ? owner.problem() : poller.problem();
        return problem.isEmpty() && desk == null ? "waiting for the group to assign partitions" : problem;
    }

    private void endLateWaits() {
        long latest = System.nanoTime() - settings.answerWithin().toNanos();
        owner.inHand().forEach(submission -> endLateWait(submission, latest));
        queue.forEachWaiting(submission -> endLateWait(submission, latest));
        forwarder.endLateWaits();
    }

    /** The command stays where it is: its outcome can be asked for later. */
    private void endLateWait(Submission submission, long latest) {
        if (submission instanceof DirectCommand direct
                && direct.submittedAt() - latest < 0
                && !direct.answer().isDone()) {
            IssuedCommand command = direct.command();
            CommandAnswer pending = new CommandAnswer.Pending(command.commandId(), command.appealId());
            recent.promise(command.commandId(), pending);
            // not here: what its sender does with it must not keep the watch
            Thread.startVirtualThread(() -> direct.answer().complete(pending));
        }
    }

    private static CompletableFuture<CommandAnswer> unavailable(IssuedCommand command, String reason) {
        return CompletableFuture.completedFuture(
                new CommandAnswer.Unavailable(command.commandId(), reason, RETRY_AFTER));
    }

    private CompletableFuture<CommandAnswer> malformed(IssuedCommand command, String detail) {
        Rejection rejection = new Rejection(RejectionType.MALFORMED, null, detail, List.of(), null, List.of());
        return CompletableFuture.completedFuture(new CommandAnswer.Decided(
                CommandResult.rejected(command.commandId(), command.appealId(), rejection, clock.instant())));
    }

    private final class Replies implements Answers {

        @Override
        public void give(DirectCommand command, CommandAnswer answer) {
            recent.give(command.command().commandId(), answer);
            command.answer().complete(answer);
        }

        /** On a thread of its own: sending may block, and the owner must not. */
        @Override
        public void passOn(DirectCommand direct) {
            Thread.ofVirtual().start(() -> {
                if (closed) {
                    unavailable(direct.command(), "this node is shutting down")
                            .thenAccept(answer -> give(direct, answer));
                    return;
                }
                forwarder
                        .send(direct.partition(), direct.command(), direct.digest(), direct.traceParent())
                        .answer()
                        .thenAccept(direct.answer()::complete);
            });
        }
    }

    /** Ends what is in hand, gives the partitions up and stops. The node stays a member of the group until its session ends, so that it has its partitions again when it is back soon. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        poller.close();
        join(pollerThread);
        owner.stop();
        join(ownerThread);
        owner.close();
        watch.shutdownNow();
        forwarder.close();
        if (!ownerThread.isAlive()) {
            store.close();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(STOPPING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
