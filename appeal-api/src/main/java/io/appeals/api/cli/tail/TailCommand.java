package io.appeals.api.cli.tail;

import io.appeals.api.cli.ClusterOptions;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints events as they are committed, until it is stopped. */
@Command(
        name = "tail",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Print events as they happen.",
        description = {
            "",
            "Prints the log's events as they happen, one a line: time (UTC), appeal, version, event, status, seller,"
                    + " who did it, and the details.",
            "",
            "Events of one appeal come in their order, those of different appeals nearly so."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  ./appeals tail --seller S-1", "  ./appeals tail --from-beginning | grep AppealDecided"})
public final class TailCommand implements Callable<Integer> {

    @Mixin
    private final ClusterOptions cluster = new ClusterOptions();

    @Option(names = "--seller", paramLabel = "ID", description = "Only this seller's appeals.")
    private @Nullable String sellerId;

    @Option(names = "--appeal", paramLabel = "ID", description = "Only this appeal.")
    private @Nullable String appealId;

    @Option(names = "--from-beginning", description = "Begin with the first event ever rather than with the next.")
    private boolean fromBeginning;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (KafkaConsumer<String, byte[]> consumer = cluster.consumer()) {
            EventTail tail = new EventTail(consumer, new EventFilter(sellerId, appealId), out::println);
            tail.begin(fromBeginning);
            // False once nobody reads any more, as with 'tail | head'.
            while (!out.checkError()) {
                tail.follow();
            }
        }
        return 0;
    }
}
