package io.appeals.api.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.api.http.Casework;
import io.appeals.api.http.LiveApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What one node shows of itself to Prometheus. */
@Tag("broker")
class MetricsTest {

    @RegisterExtension
    static final LiveApi live = new LiveApi();

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-");

    @TempDir
    Path folder;

    @Test
    void anAppealsClocksAreShownByMetricStateAndCategory() {
        Scrape before = scrapeOnce(scrape -> scrape.has("appeals_sla_census_timestamp_seconds"));
        Casework.awaiting(live.api(), "SELLER");

        Scrape after = scrapeOnce(scrape ->
                clocks(scrape, "seller_response", "RUNNING") == clocks(before, "seller_response", "RUNNING") + 1);

        assertThat(clocks(after, "decision", "PAUSED")).isEqualTo(clocks(before, "decision", "PAUSED") + 1);
        assertThat(after.sum("appeals_sla_nearest_breach_timestamp_seconds", "metric=\"seller_response\""))
                .isGreaterThan(Instant.now().getEpochSecond());
        for (String type : List.of("sla.warning", "sla.breached", "sla.recovered")) {
            assertThat(after.has(
                            "appeals_sla_alerts_total",
                            "type=\"" + type + "\"",
                            "metric=\"seller_response\"",
                            "category=\"PRODUCT_AUTHENTICITY\""))
                    .as("a count from zero on")
                    .isTrue();
        }
    }

    private static double clocks(Scrape scrape, String metric, String state) {
        return scrape.sum(
                "appeals_sla_clocks",
                "metric=\"" + metric + "\"",
                "state=\"" + state + "\"",
                "category=\"PRODUCT_AUTHENTICITY\"");
    }

    @Test
    void commandsAreCountedByWhatBecameOfThem() {
        Scrape before = Scrape.of(live.api());
        Casework appeal = Casework.submitted(live.api());
        appeal.send(
                "reviewer",
                "POST",
                "/decision",
                "{\"outcome\": \"UPHELD\", \"reasons\": \"Too early.\", \"automation\": \"NONE\", \"humanReviewerId\": \"rev-1\"}");

        Scrape after = scrapeOnce(scrape -> rejections(scrape) > rejections(before));

        assertThat(after.sum("appeals_writer_commands_total", "outcome=\"accepted\""))
                .isGreaterThanOrEqualTo(
                        before.sum("appeals_writer_commands_total", "outcome=\"accepted\"") + appeal.version());
        assertThat(after.sum("appeals_writer_serving_partitions")).isEqualTo(after.sum("appeals_log_partitions"));
        assertThat(after.sum("appeals_writer_ready")).isOne();
    }

    private static double rejections(Scrape scrape) {
        return scrape.sum("appeals_writer_rejections_total", "reason=\"invalid-transition\"");
    }

    @Test
    void nothingIsLabelledByAppealSellerOrWhateverElseThereMayBeManyOf() {
        Casework appeal = Casework.submitted(live.api());
        appeal.seller().get("/v1/appeals/" + appeal.id() + "/nothing/here");
        appeal.seller().get("/v1/nowhere/" + appeal.id());

        Scrape scrape = Scrape.of(live.api());

        assertThat(scrape.lines()).noneMatch(line -> UUID.matcher(line).find() || line.contains(appeal.sellerId()));
        assertThat(scrape.lines().size()).isLessThan(5_000);
    }

    @Test
    void namesFollowTheConventionsOfPrometheus() throws IOException {
        Scrape scrape = scrapeOnce(each -> each.has("appeals_projection_open_partitions"));
        Path own = Files.write(
                folder.resolve("metrics.txt"),
                scrape.lines().stream()
                        .filter(line -> line.contains("appeals_"))
                        .toList());

        assertThat(Tool.PROMTOOL.checkMetrics(own)).isEmpty();
    }

    @Test
    void everyMetricIsDescribedForOperators() throws IOException {
        Casework.submitted(live.api());
        Scrape scrape = scrapeOnce(each -> each.has("appeals_projection_open_partitions")
                && each.has("appeals_sla_clocks")
                && each.has("appeals_sla_clocks_due"));
        Matcher described =
                Pattern.compile("`(appeals_\\w+)`").matcher(Files.readString(Shipped.FOLDER.resolve("README.md")));
        Set<String> names = new TreeSet<>();
        while (described.find()) {
            names.add(described.group(1));
        }

        // not every node has these: PlatformMetricsTest looks at one that does
        names.removeIf(name -> name.startsWith("appeals_platform_") || name.startsWith("appeals_alertmanager_"));
        assertThat(names).isEqualTo(scrape.own());
    }

    private static Scrape scrapeOnce(Predicate<Scrape> condition) {
        Instant end = Instant.now().plus(PATIENCE);
        Scrape scrape = Scrape.of(live.api());
        while (!condition.test(scrape)) {
            assertThat(Instant.now()).as(() -> "in time").isBefore(end);
            pause();
            scrape = Scrape.of(live.api());
        }
        return scrape;
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
