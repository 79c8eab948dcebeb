package io.appeals.api.memory;

import io.appeals.api.node.ProjectionWatch;
import io.appeals.projections.ProjectionStatus;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.OptionalLong;

/** A projection that is never behind. */
@Singleton
@Replaces(ProjectionWatch.class)
@Requires(property = "test.memory-log")
class MemoryProjections implements ProjectionWatch {

    @Override
    public Map<String, ProjectionStatus> projections() {
        return Map.of("memory", new ProjectionStatus(1, 1, 1, OptionalLong.of(0), 0, 0, Map.of()));
    }
}
