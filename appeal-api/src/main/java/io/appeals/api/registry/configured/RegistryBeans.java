package io.appeals.api.registry.configured;

import io.appeals.api.platform.Platforms;
import io.appeals.api.settings.Setting;
import io.appeals.api.settings.Settings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Asks the registry once, before anything is written. */
@Factory
class RegistryBeans {

    @Singleton
    RegisteredIds ids(Settings settings, Platforms platforms) {
        return settings.isGiven(Setting.SCHEMA_REGISTRY_URL)
                ? RegisteredIds.register(
                        settings.text(Setting.SCHEMA_REGISTRY_URL),
                        settings.text(Setting.SCHEMA_REGISTRY_AUTHORIZATION),
                        platforms.topics())
                : RegisteredIds.builtIn(platforms.topics());
    }
}
