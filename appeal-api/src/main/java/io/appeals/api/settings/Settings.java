package io.appeals.api.settings;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.naming.conventions.StringConvention;
import io.micronaut.core.value.PropertyResolver;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The node's settings as they are in force. */
@Singleton
public class Settings {

    private final PropertyResolver properties;

    Settings(PropertyResolver properties) {
        this.properties = properties;
    }

    /** The defaults of every {@link Setting}, below whatever else is configured. */
    public static PropertySource defaults() {
        Map<String, Object> values =
                Arrays.stream(Setting.values()).collect(Collectors.toMap(Setting::key, Setting::defaultValue));
        return PropertySource.of("defaults", values, Integer.MIN_VALUE);
    }

    /** As the environment and the system properties have them, where no node runs that would have been given others. */
    public static Settings ofThisProcess() {
        ApplicationContext context = ApplicationContext.builder()
                .banner(false)
                .deduceEnvironment(false)
                .propertySources(defaults())
                .build();
        return new Settings(context.getEnvironment().start());
    }

    /** The setting's text; empty when it is not configured and has no default. */
    public String text(Setting setting) {
        return value(setting, String.class);
    }

    public boolean isGiven(Setting setting) {
        return !text(setting).isBlank();
    }

    public boolean flag(Setting setting) {
        return value(setting, Boolean.class);
    }

    public int number(Setting setting) {
        return value(setting, Integer.class);
    }

    /** A size such as {@code 256KB}, in bytes. */
    public int bytes(Setting setting) {
        try {
            return Sizes.bytes(text(setting));
        } catch (NumberFormatException | ArithmeticException e) {
            throw new InvalidSetting(setting, "'" + text(setting) + "' is no size such as 512KB or 2MB");
        }
    }

    public Duration duration(Setting setting) {
        return value(setting, Duration.class);
    }

    /** Several lengths of time, separated by commas. */
    public List<Duration> durations(Setting setting) {
        return Arrays.stream(text(setting).split(","))
                .map(each -> ConversionService.SHARED
                        .convert(each.strip(), Duration.class)
                        .orElseThrow(() -> new InvalidSetting(setting, "'" + each + "' is no " + noun(Duration.class))))
                .toList();
    }

    public Path folder(Setting setting) {
        return Path.of(text(setting)).toAbsolutePath().normalize();
    }

    /** What the file {@link Setting#KAFKA_PROPERTIES} and {@link Setting#KAFKA_CLIENT_PREFIX} set for every Kafka client. */
    public Map<String, String> kafkaClients() {
        Map<String, String> clients = isGiven(Setting.KAFKA_PROPERTIES) ? fileOfClients() : new HashMap<>();
        clients.putAll(clientVariables(System.getenv()));
        properties
                .getProperties(Setting.KAFKA_CLIENT_PREFIX, StringConvention.RAW)
                .forEach((name, value) -> clients.put(name, String.valueOf(value)));
        return clients;
    }

    /** Asked for raw names, the container gives those of properties and leaves out variables. */
    static Map<String, String> clientVariables(Map<String, String> environment) {
        String prefix = Setting.KAFKA_CLIENT_PREFIX.toUpperCase(Locale.ROOT).replace('.', '_') + "_";
        Map<String, String> clients = new HashMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                clients.put(
                        name.substring(prefix.length()).toLowerCase(Locale.ROOT).replace('_', '.'), value);
            }
        });
        return clients;
    }

    private Map<String, String> fileOfClients() {
        String file = text(Setting.KAFKA_PROPERTIES);
        try (Reader content = Files.newBufferedReader(Path.of(file))) {
            Properties read = new Properties();
            read.load(content);
            return read.stringPropertyNames().stream()
                    .collect(Collectors.toMap(Function.identity(), read::getProperty));
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidSetting(
                    Setting.KAFKA_PROPERTIES, "'" + file + "': a readable properties file was expected (" + e + ")");
        }
    }

    private <T> T value(Setting setting, Class<T> type) {
        return properties
                .getProperty(setting.key(), type)
                .orElseThrow(() -> new InvalidSetting(
                        setting,
                        "'" + properties.getProperty(setting.key(), String.class, "") + "' is no " + noun(type)));
    }

    private static String noun(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "Integer" -> "whole number";
            case "Boolean" -> "'true' or 'false'";
            case "Duration" -> "length of time such as 500ms, 10s, 5m or 2d";
            default -> "text";
        };
    }
}
