package io.appeals.api.operations;

import io.appeals.api.http.RunningApi;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What one node shows to Prometheus at one moment. */
record Scrape(List<String> lines) {

    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:]+)(\\{.*})? (\\S+)");
    private static final Pattern FAMILY = Pattern.compile("# TYPE (appeals_\\w+) .*");

    static Scrape of(RunningApi node) {
        return new Scrape(
                node.anybody().get("/prometheus").isOk().body().lines().toList());
    }

    /** The sum of a metric's samples that have all of these labels, for instance {@code state="RUNNING"}. */
    double sum(String metric, String... labels) {
        return samples(metric, labels)
                .mapToDouble(sample -> Double.parseDouble(sample.group(3)))
                .sum();
    }

    boolean has(String metric, String... labels) {
        return samples(metric, labels).findAny().isPresent();
    }

    private Stream<Matcher> samples(String metric, String... labels) {
        return lines.stream()
                .map(SAMPLE::matcher)
                .filter(Matcher::matches)
                .filter(sample -> sample.group(1).equals(metric))
                .filter(sample -> Stream.of(labels)
                        .allMatch(label ->
                                sample.group(2) != null && sample.group(2).contains(label)));
    }

    /** The product's own metrics, without what stands for the parts of a histogram. */
    Set<String> own() {
        Set<String> names = new TreeSet<>();
        lines.stream()
                .map(FAMILY::matcher)
                .filter(Matcher::matches)
                .map(family -> family.group(1).replaceFirst("_max$", ""))
                .forEach(names::add);
        return names;
    }
}
