package io.appeals.api.rights;

import io.appeals.api.node.ClusterRights;
import io.appeals.api.platform.Platforms;
import io.appeals.api.settings.Setting;
import io.appeals.api.settings.Settings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Lets a node check its rights before it does anything else. */
@Factory
class RightsBeans {

    @Singleton
    ClusterRights rights(Settings settings, Platforms platforms) {
        return new RightsCheck(
                ProductRights.of(settings.isGiven(Setting.ALERTMANAGER_URL), platforms.topics()),
                Principal.of(settings.kafkaClients()));
    }
}
