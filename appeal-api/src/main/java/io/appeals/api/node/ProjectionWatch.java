package io.appeals.api.node;

import io.appeals.projections.ProjectionStatus;
import java.util.Map;

/** Tells how this node's projections stand. */
@FunctionalInterface
public interface ProjectionWatch {

    /** By the names of their Kafka Streams applications. Asks the brokers, so that it may block for some seconds. */
    Map<String, ProjectionStatus> projections();
}
