package io.appeals.projections;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import io.appeals.projections.sla.clock.SlaClock;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of the house, for the read side. */
class ArchitectureTest {

    private static final String[] PURE = {
        "io.appeals.projections.status",
        "io.appeals.projections.listing",
        "io.appeals.projections.sla.calendar",
        "io.appeals.projections.sla.policy",
        "io.appeals.projections.sla.clock",
        "io.appeals.projections.sla.appeal"
    };

    private static JavaClasses classes = new ClassFileImporter().importClasses();

    @BeforeAll
    static void importRoom() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.appeals.projections");
        classes.get(SlaClock.class);
    }

    @Test
    void theReadSideDoesNotKnowTheWriteSideNorTheApi() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.appeals.commands..", "io.appeals.api..")
                .check(classes);
    }

    @Test
    void foldsAndClockArithmeticKnowNoTechnology() {
        pureClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..",
                        "io.micronaut..",
                        "org.apache.avro..",
                        "com.fasterxml.jackson..",
                        "org.rocksdb..",
                        "org.slf4j..",
                        "java.util.logging..",
                        "io.appeals.schema.wire..",
                        "io.appeals.schema.topic..")
                .check(classes);
    }

    @Test
    void foldsAndClockArithmeticAskNeitherForTheTimeNorForChance() {
        pureClasses().should().callMethod(Instant.class, "now").check(classes);
        pureClasses().should().callMethod(Instant.class, "now", Clock.class).check(classes);
        pureClasses().should().callMethod(System.class, "currentTimeMillis").check(classes);
        pureClasses().should().callMethod(System.class, "nanoTime").check(classes);
        pureClasses().should().callMethod(UUID.class, "randomUUID").check(classes);
        pureClasses().should().callMethod(Math.class, "random").check(classes);
        pureClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(classes);
        pureClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .check(classes);
        pureClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(RandomGenerator.class)
                .check(classes);
    }

    private static GivenClassesConjunction pureClasses() {
        return noClasses().that().resideInAnyPackage(PURE);
    }
}
