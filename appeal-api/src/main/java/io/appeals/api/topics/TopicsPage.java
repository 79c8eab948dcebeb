package io.appeals.api.topics;

import io.appeals.schema.topic.PlatformTopics;
import io.appeals.schema.topic.Topic;
import io.appeals.schema.wire.Published;
import java.util.Locale;
import java.util.stream.Collectors;

/** The same as the AsyncAPI document, for people; needs nothing from the network. */
final class TopicsPage {

    private static final String FRAME = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Seller appeals: the topics</title>
            <style>
            body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #1b1b1b; }
            h2 { margin-top: 3rem; border-top: 1px solid #ccc; padding-top: 1rem; }
            table { border-collapse: collapse; width: 100%%; margin: 1rem 0; }
            th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid #e5e5e5; }
            th { white-space: nowrap; }
            code { font-size: .9em; overflow-wrap: anywhere; }
            summary { cursor: pointer; margin: 1rem 0; }
            </style>
            </head>
            <body>
            <h1>The topics</h1>
            <p>Values are Avro in Confluent's wire format. Point your tool's schema registry at <code>/schema-registry</code> of any
            node, and read with <code>isolation.level=read_committed</code>. The same for machines:
            <a href="/asyncapi.yml">asyncapi.yml</a> (AsyncAPI 3.0). HTTP is described at <a href="/docs">/docs</a>.</p>
            <ul>
            %s
            </ul>
            %s
            </body>
            </html>
            """;

    private TopicsPage() {}

    /** @param partitions of each topic */
    static String of(int partitions) {
        return FRAME.formatted(
                Published.ALL.stream().map(TopicsPage::entry).collect(Collectors.joining("\n")),
                Published.ALL.stream()
                        .map(published -> section(published, partitions))
                        .collect(Collectors.joining("\n")));
    }

    private static String entry(Published<?> published) {
        String name = published.topic().topicName();
        return "<li><a href=\"#" + name + "\"><code>" + name + "</code></a>: "
                + escaped(published.topic().description()) + "</li>";
    }

    private static String section(Published<?> published, int partitions) {
        Topic topic = published.topic();
        TopicGuide guide = TopicGuide.of(topic);
        return "<h2 id=\"" + topic.topicName() + "\"><code>" + topic.topicName() + "</code></h2>\n"
                + "<p>" + escaped(topic.description()) + " "
                + escaped(String.valueOf(published.codec().schema().getDoc())) + "</p>\n<table>\n"
                + fact("For", guide.audience().name().toLowerCase(Locale.ROOT))
                + fact("Key", TopicMessage.key(topic))
                + fact("Partitions", Integer.toString(partitions))
                + fact("Kept", TopicChannel.kept(topic))
                + fact("Order", guide.ordering())
                + fact("Duplicates", guide.duplicates())
                + fact("Tombstones", guide.tombstones())
                + fact("Replay", guide.replay())
                + fact("Subject", topic.valueSubject())
                + ofPlatform(topic)
                + "</table>\n"
                + details("Headers", headers(topic))
                + details("Fields of " + published.name(), fields(published));
    }

    private static String ofPlatform(Topic topic) {
        return TopicGuide.isForEachPlatform(topic)
                ? fact(
                        "A platform's own",
                        PlatformTopics.nameLike(topic, "{platform}") + ": " + TopicGuide.ofPlatform(topic))
                : "";
    }

    private static String fact(String name, String text) {
        return "<tr><th>" + name + "</th><td>" + escaped(text) + "</td></tr>\n";
    }

    private static String details(String title, String rows) {
        return "<details><summary>" + title + "</summary><table>\n" + rows + "</table></details>\n";
    }

    private static String headers(Topic topic) {
        return RecordHeader.of(topic).stream()
                .map(header -> row(header.name(), header.always() ? "" : "optional", header.description()))
                .collect(Collectors.joining());
    }

    private static String fields(Published<?> published) {
        return SchemaField.of(published.codec().schema()).stream()
                .map(field -> row(
                        field.path(),
                        field.type() + (field.optional() ? ", optional" : ""),
                        field.doc() == null ? "" : field.doc()))
                .collect(Collectors.joining());
    }

    private static String row(String name, String kind, String text) {
        return "<tr><td><code>" + escaped(name) + "</code></td><td>" + escaped(kind) + "</td><td>" + escaped(text)
                + "</td></tr>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
