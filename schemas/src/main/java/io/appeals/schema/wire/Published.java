package io.appeals.schema.wire;

import io.appeals.schema.command.IssuedCommand;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.result.CommandResult;
import io.appeals.schema.table.DeadLetter;
import io.appeals.schema.table.DecisionRow;
import io.appeals.schema.table.SlaAlert;
import io.appeals.schema.table.SlaClockRow;
import io.appeals.schema.table.StatusRow;
import io.appeals.schema.topic.Topic;
import io.appeals.schema.webhook.WebhookAttempt;
import io.appeals.schema.webhook.WebhookRow;
import java.util.List;

/**
 * What is published where: one schema a topic.
 *
 * @param name the Avro record's name
 * @param upcaster brings what older releases wrote to what today's code expects
 */
public record Published<T extends Record>(Topic topic, String name, RecordCodec<T> codec, Upcaster<T> upcaster) {

    public static final Published<IssuedCommand> COMMANDS = of(Topic.COMMANDS, "AppealCommand", IssuedCommand.class);
    public static final Published<CommandResult> COMMAND_RESULTS =
            of(Topic.COMMAND_RESULTS, "CommandResult", CommandResult.class);
    public static final Published<RecordedEvent> EVENTS = of(Topic.EVENTS, "AppealEvent", RecordedEvent.class);
    public static final Published<StatusRow> STATUS = of(Topic.STATUS, "AppealStatus", StatusRow.class);
    public static final Published<DecisionRow> DECISIONS = of(Topic.DECISIONS, "AppealDecision", DecisionRow.class);
    public static final Published<SlaClockRow> SLA_CLOCKS = of(Topic.SLA_CLOCKS, "SlaClock", SlaClockRow.class);
    public static final Published<SlaAlert> SLA_ALERTS = of(Topic.SLA_ALERTS, "SlaAlert", SlaAlert.class);
    public static final Published<DeadLetter> DEAD_LETTERS = of(Topic.DEAD_LETTERS, "DeadLetter", DeadLetter.class);

    public static final Published<WebhookRow> WEBHOOKS = of(Topic.WEBHOOKS, "WebhookRow", WebhookRow.class);
    public static final Published<WebhookAttempt> WEBHOOK_ATTEMPTS =
            of(Topic.WEBHOOK_ATTEMPTS, "WebhookAttempt", WebhookAttempt.class);

    public static final List<Published<?>> ALL = List.of(
            COMMANDS,
            COMMAND_RESULTS,
            EVENTS,
            STATUS,
            DECISIONS,
            SLA_CLOCKS,
            SLA_ALERTS,
            DEAD_LETTERS,
            WEBHOOKS,
            WEBHOOK_ATTEMPTS);

    private static <T extends Record> Published<T> of(Topic topic, String name, Class<T> type) {
        return new Published<>(topic, name, RecordCodec.of(type, name), Upcaster.none());
    }

    /** The wire format with the ids of the built-in catalogue. */
    public WireFormat<T> wireFormat() {
        return wireFormat(SchemaCatalogue.builtIn());
    }

    public WireFormat<T> wireFormat(SchemaIds ids) {
        return new WireFormat<>(this, ids);
    }
}
