package io.appeals.api;

import io.appeals.api.node.NodeService;
import io.appeals.api.settings.Settings;
import io.appeals.api.settings.SettingsCheck;
import io.appeals.api.time.ProductTime;
import io.appeals.commands.CommandDoor;
import io.appeals.projections.AppealQueries;
import io.appeals.projections.sla.SlaQueries;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.graceful.GracefulShutdownManager;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running node. Closing it stops accepting requests, answers those under way, and then takes the node down. */
public final class Application implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Application.class);
    private static final Duration DRAIN = Duration.ofSeconds(10);

    private final ApplicationContext context;
    private final EmbeddedServer server;

    private Application(ApplicationContext context) {
        this.context = context;
        this.server = context.getBean(EmbeddedServer.class);
    }

    /** The same as the other {@code start}, by the machine's time. */
    public static Application start(Map<String, Object> settings) {
        return start(settings, ProductTime.ofTheMachine());
    }

    /**
     * Starts a node and returns once it listens; whether it serves already is told by {@code /health/readiness}.
     *
     * @param time by which its commands, events and clocks go
     * @param settings by the keys of {@link io.appeals.api.settings.Setting}; they win over the environment
     * @throws io.appeals.api.settings.InvalidSetting when it cannot start with these settings
     */
    public static Application start(Map<String, Object> settings, ProductTime time) {
        ApplicationContext context = ApplicationContext.builder()
                .banner(false)
                .deduceEnvironment(false)
                .properties(settings)
                .propertySources(Settings.defaults())
                .singletons(time)
                .build();
        try {
            context.getEnvironment().start();
            SettingsCheck.requireSound(context.getEnvironment());
            SettingsCheck.unknownVariables(System.getenv())
                    .forEach(name -> LOG.warn("{} is no setting and does nothing; the README lists them", name));
            context.start();
            Application application = new Application(context);
            application.startBothSides();
            return application;
        } catch (RuntimeException e) {
            context.close();
            throw StartFailure.clearest(e);
        }
    }

    /** The server and the node need each other only once requests come, and together they are there sooner. */
    private void startBothSides() {
        CompletableFuture<Void> node = CompletableFuture.runAsync(
                () -> {
                    context.getBean(CommandDoor.class);
                    context.getBean(AppealQueries.class);
                    context.getBean(SlaQueries.class);
                    context.getBeansOfType(NodeService.class);
                },
                Thread.ofPlatform().name("node-start")::start);
        try {
            server.start();
        } finally {
            node.join();
        }
    }

    /** Where the API is reached. */
    public URI uri() {
        return server.getURI();
    }

    /** What the node is made of, for those who look inside it. */
    public ApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        try {
            context.getBean(GracefulShutdownManager.class)
                    .shutdownGracefully()
                    .toCompletableFuture()
                    .get(DRAIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("Requests were still under way after {} s", DRAIN.toSeconds());
        } finally {
            context.close();
        }
    }
}
