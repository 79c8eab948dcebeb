package io.appeals.api.cli.export;

import io.appeals.schema.topic.Topic;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A topic by its name, if it is one of those that are for analysts. */
final class ExportedTopicConverter implements ITypeConverter<Topic> {

    private static final List<Topic> EXPORTED =
            List.of(Topic.STATUS, Topic.DECISIONS, Topic.SLA_CLOCKS, Topic.SLA_ALERTS, Topic.EVENTS);

    @Override
    public Topic convert(String name) {
        return Topic.named(name)
                .filter(EXPORTED::contains)
                .orElseThrow(() -> new TypeConversionException(
                        "'" + name + "' is no topic that is exported, which are " + names()));
    }

    private static String names() {
        return EXPORTED.stream().map(Topic::topicName).collect(Collectors.joining(", "));
    }
}
