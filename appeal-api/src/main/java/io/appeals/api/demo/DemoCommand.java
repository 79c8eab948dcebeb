package io.appeals.api.demo;

import io.appeals.api.cli.CannotRun;
import io.appeals.api.cli.NodeOptions;
import io.appeals.api.cli.RunningNode;
import java.io.Console;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows the product at work. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs the product as 'up' does and lets made-up sellers, reviewers, supervisors and lawyers work with it"
                    + " until stopped.",
            "",
            "Everything goes through the public HTTP API, and every answer is compared with what it should be:"
                    + " 'refused' and 'errors' stay 0 while all is well."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./appeals demo",
            "  ./appeals demo --rate 200 --sellers 500",
            "  ./appeals demo --url http://127.0.0.1:8080 --appeals 100      against a node that runs already",
            "",
            "With --appeals it ends by itself: exit code 0 if everything went as it should, otherwise 1."
        })
public final class DemoCommand implements Callable<Integer> {

    private static final int LARGEST_SEED = 1_000_000;

    @Mixin
    private final NodeOptions options = new NodeOptions();

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Play against the node at this address rather than starting one. It must give dev tokens.")
    private @Nullable URI url;

    @Option(names = "--rate", paramLabel = "N", defaultValue = "20", description = "Commands a second (default: 20).")
    private double rate;

    @Option(names = "--sellers", paramLabel = "N", defaultValue = "40", description = "Sellers (default: 40).")
    private int sellers;

    @Option(
            names = "--appeals",
            paramLabel = "N",
            defaultValue = "" + Integer.MAX_VALUE,
            description = "End after so many appeals (default: go on until stopped).")
    private int appeals;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Make up the same appeals as the run that printed this seed (default: any).")
    private @Nullable Long seed;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        requirePositive("--rate", rate);
        requirePositive("--sellers", sellers);
        requirePositive("--appeals", appeals);
        Console console = System.console();
        Screen screen = new Screen(spec.commandLine().getOut(), console != null && console.isTerminal());
        return (url == null ? playOnANodeOfItsOwn(screen) : playAt(url, screen)).isClean() ? 0 : 1;
    }

    private void requirePositive(String option, double value) {
        if (!(value > 0)) {
            throw new ParameterException(spec.commandLine(), option + " must be more than 0");
        }
    }

    private Tally.Snapshot playOnANodeOfItsOwn(Screen screen) throws InterruptedException {
        try (RunningNode node = RunningNode.serve(options, progress -> screen.show("starting: " + progress))) {
            screen.tell("API " + node.apiUrl() + ", Kafka " + node.bootstrapServers() + ". Ctrl-C stops it.");
            return playAt(node.apiUrl(), screen);
        }
    }

    private Tally.Snapshot playAt(URI address, Screen screen) throws InterruptedException {
        try (ApiClient api = new ApiClient(address)) {
            return play(api, screen);
        }
    }

    private Tally.Snapshot play(ApiClient api, Screen screen) throws InterruptedException {
        Cast cast = Cast.of(sellers);
        List<AppealCategory> categories = categories(api, cast.platform());
        long drawn = seed == null ? new SecureRandom().nextLong(LARGEST_SEED) : seed;
        screen.tell("Playing about " + rate + " commands a second with " + sellers + " sellers, --seed " + drawn + ".");
        String run = Long.toString(Instant.now().getEpochSecond(), Character.MAX_RADIX)
                .toUpperCase(Locale.ROOT);
        Tally tally = new Tally(screen::tell);
        Playwright playwright = new Playwright(drawn, run, cast, Stories.load(), categories);
        try (ScheduledExecutorService seconds = Executors.newSingleThreadScheduledExecutor()) {
            seconds.scheduleAtFixedRate(new ProgressLine(screen, tally), 1, 1, TimeUnit.SECONDS);
            long begun = System.nanoTime();
            new Performance(playwright, api, tally, rate, appeals).run();
            seconds.shutdownNow();
            double took = (System.nanoTime() - begun) / 1e9;
            screen.tell(ProgressLine.text(tally.snapshot(), tally.snapshot().commands() / took));
        }
        return tally.snapshot();
    }

    private static List<AppealCategory> categories(ApiClient api, Person reader) throws InterruptedException {
        try {
            return CategoryList.read(api, reader);
        } catch (IOException e) {
            throw new CannotRun("the demo cannot play against " + api.address() + ": "
                    + (e.getMessage() == null ? "nothing answers there" : e.getMessage()));
        }
    }
}
