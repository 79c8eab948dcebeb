package io.appeals.api.bench;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.appeals.api.cli.CannotRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the product on this machine. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures how many commands a second are accepted and how long each takes, from sending to the answer after"
                    + " the commit, against what a plain producer reaches on the same broker in the same run.",
            "",
            "A broker of its own runs in a JVM of its own; nothing of yours is touched. The load is a closed loop: so many"
                    + " senders, each sending its next command when the one before is answered. The commands are those of"
                    + " real appeals, six each, with all rules and stores on.",
            "",
            "Paths: raw (idempotent producer, acks=all), in-process (the write side alone), http (one request a command)"
                    + " and http-ndjson (a line a command), both to a whole node with its projections."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./appeals bench",
            "  ./appeals bench --seconds-per-cell 20 --warmup 60 --json bench.json",
            "  ./appeals bench --paths in-process --in-flight 128,1024"
        })
public final class BenchCommand implements Callable<Integer> {

    @Option(
            names = "--seconds-per-cell",
            paramLabel = "SECONDS",
            defaultValue = "2",
            description = "How long each path is measured at each number in flight (default: 2).")
    private double secondsPerCell;

    @Option(
            names = "--warmup",
            paramLabel = "SECONDS",
            defaultValue = "3",
            description = "How long each path runs before it is measured (default: 3). For figures to quote: 60.")
    private double warmUp;

    @Option(
            names = "--in-flight",
            paramLabel = "N",
            split = ",",
            defaultValue = "1,16,128,1024",
            description = "Senders at a time (default: 1,16,128,1024).")
    private List<Integer> inFlight = List.of();

    @Option(
            names = "--paths",
            paramLabel = "PATH",
            split = ",",
            defaultValue = "in-process,http,http-ndjson",
            converter = RouteNames.class,
            description = "Which to measure besides raw (default: in-process,http,http-ndjson).")
    private Set<RouteName> paths = Set.of();

    @Option(names = "--json", paramLabel = "FILE", description = "Write the rows to this file as well.")
    private @Nullable Path json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        requireSense();
        PrintWriter out = spec.commandLine().getOut();
        String loadBefore = Machine.load();
        List<Row> rows = measured(new BenchPlan(paths, inFlight, duration(secondsPerCell), duration(warmUp)), out);
        out.println();
        BenchTable.lines(rows).forEach(out::println);
        footer(loadBefore).forEach(out::println);
        out.flush();
        write(rows);
        return 0;
    }

    private void requireSense() {
        if (!(secondsPerCell >= 0.1) || !(warmUp >= 0) || inFlight.stream().anyMatch(senders -> senders < 1)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--seconds-per-cell must be 0.1 or more, --warmup 0 or more, and --in-flight 1 or more");
        }
    }

    private static List<Row> measured(BenchPlan plan, PrintWriter out) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("appeals-bench-");
        try (TemporaryFolder _ = new TemporaryFolder(folder)) {
            return new Bench(plan, folder, line -> {
                        out.println(line + " ...");
                        out.flush();
                    })
                    .run();
        } catch (BenchFailure failed) {
            throw failed.told();
        }
    }

    private List<String> footer(String loadBefore) {
        return List.of(
                "",
                "Measured for %s s each (raw: three times a third of it, at the start, in the middle and at the end; the median"
                        .formatted(secondsPerCell),
                "counts), after %s s of warm-up for each path at 128 in flight. A fresh broker is 3 to 5 times slower than a"
                        .formatted(warmUp),
                "warm one: quote figures after --warmup 60.",
                "Broker (1 GiB heap, one replica, no wait for the disk), product and load share this machine:",
                "  " + Machine.described() + "; load average before " + loadBefore + ".",
                "Ratios to raw carry over to other machines, within a factor of two above 128 in flight; absolute figures do not.");
    }

    private void write(List<Row> rows) throws IOException {
        if (json == null) {
            return;
        }
        DefaultPrettyPrinter oneRowALine = new DefaultPrettyPrinter();
        oneRowALine.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
        oneRowALine.indentObjectsWith(new DefaultPrettyPrinter.FixedSpaceIndenter());
        try {
            Files.write(json, JsonMapper.builder().build().writer(oneRowALine).writeValueAsBytes(rows));
        } catch (IOException e) {
            throw new CannotRun("--json " + json + " cannot be written: " + e);
        }
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1_000));
    }
}
