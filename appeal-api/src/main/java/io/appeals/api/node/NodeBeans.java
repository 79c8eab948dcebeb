package io.appeals.api.node;

import io.appeals.api.platform.Platforms;
import io.appeals.api.registry.configured.RegisteredIds;
import io.appeals.api.settings.Settings;
import io.appeals.api.time.ProductTime;
import io.appeals.commands.CommandDoor;
import io.appeals.commands.appeal.AppealDecider;
import io.appeals.commands.writer.WriterObserver;
import io.appeals.projections.AppealQueries;
import io.appeals.projections.sla.DeadlineQueries;
import io.appeals.projections.sla.SlaQueries;
import io.appeals.projections.sla.policy.PolicyBook;
import io.appeals.projections.sla.topology.SlaObserver;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Gives the routes what they need of the node. */
@Factory
class NodeBeans {

    @Singleton
    NodeSettings settings(Settings settings, RegisteredIds ids) {
        return NodeSettings.of(settings, ids);
    }

    @Singleton
    @Bean(preDestroy = "close")
    Node node(
            NodeSettings settings,
            Platforms platforms,
            ClusterRights rights,
            AppealDecider decider,
            PolicyBook policies,
            WriterObserver writerObserver,
            SlaObserver slaObserver,
            ProductTime time) {
        return Node.start(settings, platforms.topics(), rights, decider, policies, writerObserver, slaObserver, time);
    }

    @Singleton
    CommandDoor door(Node node) {
        return node.door();
    }

    @Singleton
    AppealQueries queries(Node node) {
        return node.queries();
    }

    @Singleton
    SlaQueries slaQueries(Node node) {
        return node.slaQueries();
    }

    @Singleton
    DeadlineQueries deadlines(Node node) {
        return node.deadlines();
    }

    @Singleton
    WriterWatch writer(Node node) {
        return node::writer;
    }

    @Singleton
    ProjectionWatch projections(Node node) {
        return node::projections;
    }
}
