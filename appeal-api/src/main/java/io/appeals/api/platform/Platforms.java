package io.appeals.api.platform;

import io.appeals.commands.platform.Platform;
import io.appeals.schema.topic.PlatformTopics;
import java.util.List;

/** The platforms that have topics of their own; none unless the operators name some. */
public record Platforms(List<Platform> all) {

    public Platforms {
        all = List.copyOf(all);
    }

    /** Their topics. */
    public List<PlatformTopics> topics() {
        return all.stream().map(platform -> new PlatformTopics(platform.name())).toList();
    }
}
