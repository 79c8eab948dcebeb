package io.appeals.api.cli.verify;

import io.appeals.api.cli.ClusterOptions;
import io.appeals.api.cli.EventsTopic;
import io.appeals.api.cli.LogOffsets;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Proves that the whole log is sound, or names the first appeal that is not. */
@Command(
        name = "verify-log",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Prove that the whole log is sound.",
        description = {
            "",
            "Reads the whole events log and proves that it is sound: the versions of every appeal are 1, 2, 3 … without"
                    + " gap or repeat, no command was applied twice, every event can be decoded and folded.",
            "",
            "Ends with 0 when it is, and otherwise with 1 at the first broken appeal, naming it. Nodes may be at work"
                    + " meanwhile: it proves what was committed when it began."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  ./appeals verify-log", "  ./appeals verify-log --bootstrap-servers kafka-1:9092 --passes 8"})
public final class VerifyLogCommand implements Callable<Integer> {

    @Mixin
    private final ClusterOptions cluster = new ClusterOptions();

    @Option(
            names = "--passes",
            paramLabel = "N",
            defaultValue = "1",
            description = "Read every partition N times and prove an N-th of its appeals each time (default: 1)."
                    + " For logs whose appeals don't fit into memory at once.")
    private int passes = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (passes < 1) {
            throw new ParameterException(spec.commandLine(), "--passes is 1 or more, but was " + passes);
        }
        PrintWriter out = spec.commandLine().getOut();
        try (KafkaConsumer<String, byte[]> consumer = cluster.walkingConsumer();
                Admin admin = cluster.admin()) {
            LogWalk walk = new LogWalk(consumer, LogOffsets.ends(admin, EventsTopic.partitions(consumer)), passes);
            LogWalk.Proof proof = walk.prove(progress -> {
                out.println(progress);
                out.flush();
            });
            out.println("The log is sound: " + counted(proof.events(), "event") + " of "
                    + counted(proof.appeals(), "appeal") + ".");
        }
        out.flush();
        return 0;
    }

    private static String counted(long count, String one) {
        return String.format(Locale.ROOT, "%,d %s%s", count, one, count == 1 ? "" : "s");
    }
}
