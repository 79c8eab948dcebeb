package io.appeals.api.platform;

import io.appeals.api.settings.InvalidSetting;
import io.appeals.api.settings.Setting;
import io.appeals.api.settings.Settings;
import io.appeals.commands.platform.yaml.PlatformFile;
import io.appeals.commands.yaml.InvalidFileException;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;

/** Reads the operators' platforms file, where there is one. */
@Factory
class PlatformBeans {

    @Singleton
    Platforms platforms(Settings settings) {
        if (!settings.isGiven(Setting.PLATFORMS)) {
            return new Platforms(List.of());
        }
        try {
            return new Platforms(PlatformFile.read(Path.of(settings.text(Setting.PLATFORMS))));
        } catch (InvalidFileException e) {
            throw new InvalidSetting(Setting.PLATFORMS, String.valueOf(e.getMessage()));
        }
    }
}
