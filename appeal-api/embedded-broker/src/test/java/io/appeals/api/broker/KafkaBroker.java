package io.appeals.api.broker;

import java.util.function.Supplier;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The one broker of a test run: started at first use, shared by all tests of the JVM, gone when the JVM ends. Tests
 * don't clean up after each other; they use topics and ids of their own.
 *
 * <pre>{@code
 * @Tag("broker")
 * class SomethingOnARealLogTest {
 *     @RegisterExtension
 *     static final KafkaBroker broker = KafkaBroker.shared();
 *     … broker.bootstrapServers() …
 * }</pre>
 *
 * It is Kafka's own image where a Docker engine answers and has it, and the embedded broker elsewhere. One switch
 * forces either: {@code -Dkafka.broker=embedded} or {@code container}, or the environment's {@code KAFKA_BROKER}.
 */
public final class KafkaBroker implements BeforeAllCallback {
    private static final KafkaBroker SHARED =
            new KafkaBroker(() -> BrokerChoice.ofThisRun().start());

    private final Supplier<String> starter;
    private volatile String bootstrapServers = "";

    private KafkaBroker(Supplier<String> starter) {
        this.starter = starter;
    }

    /** The broker of this JVM; not yet started. */
    public static KafkaBroker shared() {
        return SHARED;
    }

    /** Starts it before the first test, so that no test's own time limit pays for it. */
    @Override
    public void beforeAll(ExtensionContext context) {
        bootstrapServers();
    }

    /** Where clients find it; starts it when it isn't running. */
    public synchronized String bootstrapServers() {
        if (bootstrapServers.isEmpty()) {
            bootstrapServers = starter.get();
        }
        return bootstrapServers;
    }
}
