package io.appeals.api.demo;

import io.appeals.api.cli.CannotRun;
import io.appeals.api.cli.NodeOptions;
import io.appeals.api.cli.RunningNode;
import io.appeals.api.cli.Screen;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
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
                    + " 'refused' and 'errors' stay 0 while all is well.",
            "",
            "With --time-factor people take their time, too: some reviewers are late, some sellers do not answer, and SLA"
                    + " clocks warn, are breached and recover. With 1440 a day passes in a minute. The time of the data"
                    + " folder stays ahead for good, so choose one for it."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./appeals demo",
            "  ./appeals demo --rate 200 --sellers 500",
            "  ./appeals demo --time-factor 1440 --data demo-data       to see service levels at work",
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
        requireOwnTime();
        Screen screen = Screen.of(spec.commandLine().getOut());
        return (url == null ? playOnANodeOfItsOwn(screen) : playAt(url, screen)).isClean() ? 0 : 1;
    }

    private void requirePositive(String option, double value) {
        if (!(value > 0)) {
            throw new ParameterException(spec.commandLine(), option + " must be more than 0");
        }
    }

    private void requireOwnTime() {
        if (url != null && options.timeFactor() != 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--time-factor is for a node of the demo's own; the one at " + url + " goes by its own time");
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
        List<AppealCategory> categories = asked(api, () -> CategoryList.read(api, cast.platform()));
        PlayTime time = asked(api, () -> PlayTime.read(api, cast.platform()));
        long drawn = seed == null ? new SecureRandom().nextLong(LARGEST_SEED) : seed;
        screen.tell("Playing about " + rate + " commands a second with " + sellers + " sellers, --seed " + drawn + ".");
        if (time.isCompressed()) {
            screen.tell("A day passes in " + time.watched(Duration.ofDays(1)).toMillis() / 1_000.0 + " s.");
        }
        String run = Long.toString(Instant.now().getEpochSecond(), Character.MAX_RADIX)
                .toUpperCase(Locale.ROOT);
        Tally tally = new Tally(screen::tell);
        Playwright playwright =
                new Playwright(drawn, run, cast, Stories.load(), categories, Plot.all(time.isCompressed()));
        Thread news = Thread.startVirtualThread(new News(api, cast.platform(), tally));
        try (ScheduledExecutorService seconds = Executors.newSingleThreadScheduledExecutor()) {
            seconds.scheduleAtFixedRate(new ProgressLine(screen, tally), 1, 1, TimeUnit.SECONDS);
            long begun = System.nanoTime();
            new Performance(playwright, api, time, tally, rate, appeals).run();
            seconds.shutdownNow();
            double took = (System.nanoTime() - begun) / 1e9;
            screen.tell(ProgressLine.text(tally.snapshot(), tally.snapshot().commands() / took));
        } finally {
            news.interrupt();
        }
        return tally.snapshot();
    }

    /** A question that must be answered before anything can be played. */
    @FunctionalInterface
    private interface Question<T> {
        T ask() throws IOException, InterruptedException;
    }

    private static <T> T asked(ApiClient api, Question<T> question) throws InterruptedException {
        try {
            return question.ask();
        } catch (IOException e) {
            throw new CannotRun("the demo cannot play against " + api.address() + ": "
                    + (e.getMessage() == null ? "nothing answers there" : e.getMessage()));
        }
    }
}
