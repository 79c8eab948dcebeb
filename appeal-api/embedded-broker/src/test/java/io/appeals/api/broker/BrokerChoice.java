package io.appeals.api.broker;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which broker the tests run on. */
enum BrokerChoice {
    EMBEDDED {
        @Override
        String start() {
            return ThrowawayBroker.start();
        }
    },
    CONTAINER {
        @Override
        String start() {
            return ContainerBroker.start();
        }
    };

    private static final String PROPERTY = "kafka.broker";
    private static final String VARIABLE = "KAFKA_BROKER";

    /** Starts it for the rest of the JVM's life and returns where clients find it. */
    abstract String start();

    /** What was asked for, else the container where there is one to be had. */
    static BrokerChoice ofThisRun() {
        String asked = askedFor(System.getProperty(PROPERTY), System.getenv(VARIABLE));
        return asked.isEmpty() ? whatThereIs() : named(asked);
    }

    static String askedFor(@Nullable String property, @Nullable String variable) {
        String asked = property == null || property.isBlank() ? variable : property;
        return asked == null ? "" : asked.strip();
    }

    static BrokerChoice named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "embedded" -> EMBEDDED;
            case "container" -> CONTAINER;
            default ->
                throw new IllegalArgumentException("-D" + PROPERTY + " (or " + VARIABLE + ") is '" + name
                        + "': it takes 'embedded' or 'container', and nothing for whichever there is");
        };
    }

    private static BrokerChoice whatThereIs() {
        return ContainerBroker.isAvailable() ? CONTAINER : EMBEDDED;
    }
}
