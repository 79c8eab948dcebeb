package io.appeals.api.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs a node until it is stopped. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Run the product until Ctrl-C.",
        description = {
            "",
            "Runs the product: by default with its own Kafka broker, writer, projections and API in this one process.",
            "",
            "Everything acknowledged survives kill -9 and is there when the node starts again."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./appeals up",
            "  ./appeals up --port 0 --kafka-port 0 --ready-file node.json",
            "  ./appeals up --bootstrap-servers kafka-1:9092,kafka-2:9092 --node-id node-1",
            "",
            "Every further setting is an environment variable; the README lists them.",
            "With --bootstrap-servers, callers' tokens are checked against APPEALS_SECURITY_JWKS_URL."
        })
final class UpCommand implements Callable<Integer> {

    @Mixin
    private final NodeOptions options = new NodeOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        RunningNode node = RunningNode.serve(options, progress -> {
            out.println("starting: " + progress);
            out.flush();
        });
        Welcome.to(node, dataFolder()).forEach(out::println);
        out.flush();
        new CountDownLatch(1).await();
        return 0;
    }

    private Path dataFolder() {
        return options.data().toAbsolutePath().normalize();
    }
}
