package io.appeals.api.broker;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;

/** A test on Kafka's own image: tagged {@code containers}, and skipped where there is no Docker engine with the image. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("containers")
@EnabledIf(
        value = "io.appeals.api.broker.ContainerBroker#isAvailable",
        disabledReason = "no Docker engine answers that has the image " + ContainerBroker.IMAGE)
public @interface NeedsDockerEngine {}
