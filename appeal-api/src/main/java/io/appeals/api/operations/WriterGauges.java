package io.appeals.api.operations;

import io.appeals.api.node.NodeService;
import io.appeals.api.node.WriterWatch;
import io.appeals.commands.writer.WriterStatus;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.function.ToDoubleFunction;

/** Shows how the owner of this node's partitions stands. */
@Singleton
class WriterGauges implements NodeService {

    private final WriterWatch writer;
    private final MeterRegistry registry;

    WriterGauges(WriterWatch writer, MeterRegistry registry) {
        this.writer = writer;
        this.registry = registry;
        gauge("owned.partitions", "Partitions that are this node's", WriterStatus::ownedPartitions);
        gauge("serving.partitions", "Partitions of this node that take commands", WriterStatus::servingPartitions);
        gauge(
                "ready",
                "1 while everything that is this node's takes commands, 0 otherwise",
                status -> status.isReady() ? 1 : 0);
        gauge(
                "recovery.progress.ratio",
                "How much of the log is read that partitions which do not take commands yet have to read; 1 without any",
                WriterStatus::recoveryProgress);
        gauge("queue.commands", "Commands that wait or are being committed", WriterStatus::queuedCommands);
        gauge("queue.bytes", "Content of the commands that wait or are being committed", WriterStatus::queuedBytes);
    }

    private void gauge(String name, String description, ToDoubleFunction<WriterStatus> figure) {
        Gauge.builder("appeals.writer." + name, writer, watch -> figure.applyAsDouble(watch.status()))
                .description(description)
                .strongReference(true)
                .register(registry);
    }
}
