package io.appeals.commands.platform.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.appeals.commands.appeal.AppealDecider;
import io.appeals.commands.platform.Platform;
import io.appeals.commands.platform.PlatformObserver;
import io.appeals.commands.platform.PlatformObserver.Outcome;
import io.appeals.commands.writer.record.CommandRecord;
import io.appeals.commands.writer.record.DeadLetters;
import io.appeals.commands.writer.record.LogRecords;
import io.appeals.schema.command.IssuedCommand;
import io.appeals.schema.result.CommandResult;
import io.appeals.schema.result.FieldError;
import io.appeals.schema.result.Rejection;
import io.appeals.schema.topic.AppealPartition;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Lets through what platforms may send, and answers the rest. */
final class CommandsOfPlatforms implements Relay.Work {

    /** @param reason for which it became a dead letter */
    private record Seen(
            String platform, Outcome outcome, @Nullable String reason) {}

    private final Map<String, Platform> byTopic;
    private final AppealDecider decider;
    private final LogRecords records;
    private final int partitions;
    private final InstantSource clock;
    private final PlatformObserver observer;
    private final List<Seen> seen = new ArrayList<>();

    /**
     * @param byTopic the platform by its commands topic
     * @param partitions of the commands topic of all
     */
    CommandsOfPlatforms(
            Map<String, Platform> byTopic,
            AppealDecider decider,
            LogRecords records,
            int partitions,
            InstantSource clock,
            PlatformObserver observer) {
        this.byTopic = byTopic;
        this.decider = decider;
        this.records = records;
        this.partitions = partitions;
        this.clock = clock;
        this.observer = observer;
    }

    @Override
    public Optional<ProducerRecord<String, byte[]>> of(ConsumerRecord<String, byte[]> found) {
        Platform platform = Objects.requireNonNull(byTopic.get(found.topic()));
        return Optional.of(
                switch (CommandRecord.read(found, records.commands())) {
                    case CommandRecord.Understood(IssuedCommand command) -> understood(platform, found, command);
                    case CommandRecord.UnderAnotherKey(IssuedCommand command, String detail) ->
                        refused(
                                platform,
                                found,
                                command,
                                Rejection.malformed(new FieldError("/appealId", "other-key", detail)));
                    case CommandRecord.Unreadable(String reason, String detail) -> {
                        seen.add(new Seen(platform.name(), Outcome.UNREADABLE, reason));
                        yield records.deadLetter(DeadLetters.of(found, reason, detail, clock.instant()));
                    }
                });
    }

    private ProducerRecord<String, byte[]> understood(
            Platform platform, ConsumerRecord<String, byte[]> found, IssuedCommand command) {
        Optional<Rejection> refusal = platform.refusal(command);
        if (refusal.isPresent()) {
            // an actor that is in no good form is trusted by nobody, which is not what its sender has to know
            return refused(platform, found, command, decider.malformed(command).orElse(refusal.get()));
        }
        seen.add(new Seen(platform.name(), Outcome.PASSED_ON, null));
        int home = AppealPartition.of(command.appealId(), partitions);
        return records.command(home, command, found.value(), CommandRecord.traceParent(found), header(platform));
    }

    private ProducerRecord<String, byte[]> refused(
            Platform platform, ConsumerRecord<String, byte[]> found, IssuedCommand command, Rejection rejection) {
        seen.add(new Seen(platform.name(), Outcome.REFUSED, null));
        return records.result(
                CommandResult.rejected(command.commandId(), command.appealId(), rejection, clock.instant()),
                CommandRecord.traceParent(found),
                header(platform));
    }

    private static byte[] header(Platform platform) {
        return platform.name().getBytes(UTF_8);
    }

    @Override
    public void committed() {
        for (Seen each : seen) {
            observer.decided(each.platform(), each.outcome());
            if (each.reason() != null) {
                observer.putAside(each.reason());
            }
        }
        seen.clear();
    }

    @Override
    public void failed() {
        seen.clear();
    }
}
