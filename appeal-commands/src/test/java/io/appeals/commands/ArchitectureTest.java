package io.appeals.commands;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import io.appeals.commands.appeal.AppealDecider;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of the house, for the write side. */
class ArchitectureTest {

    private static final String[] PURE = {
        "io.appeals.commands.appeal",
        "io.appeals.commands.lifecycle",
        "io.appeals.commands.category",
        "io.appeals.commands.intake",
        "io.appeals.commands.platform"
    };

    private static JavaClasses classes = new ClassFileImporter().importClasses();

    @BeforeAll
    static void importRoom() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.appeals.commands");
        classes.get(AppealDecider.class);
    }

    @Test
    void theWriteSideDoesNotKnowTheReadSideNorTheApi() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.appeals.projections..", "io.appeals.api..")
                .check(classes);
    }

    @Test
    void theDomainKnowsNoTechnology() {
        pureClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..",
                        "io.micronaut..",
                        "org.apache.avro..",
                        "com.fasterxml.jackson..",
                        "org.slf4j..",
                        "java.util.logging..",
                        "io.appeals.schema.wire..",
                        "io.appeals.schema.topic..",
                        "io.appeals.commands.writer..",
                        "io.appeals.commands.platform.kafka..",
                        "io.appeals.commands..yaml..")
                .check(classes);
    }

    @Test
    void theDomainAsksNeitherForTheTimeNorForChance() {
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

    @Test
    void theLifecycleDoesNotKnowHowTheStateIsKept() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.appeals.commands.lifecycle", "io.appeals.commands.category", "io.appeals.commands.intake")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.appeals.commands.appeal")
                .check(classes);
    }

    private static GivenClassesConjunction pureClasses() {
        return noClasses().that().resideInAnyPackage(PURE);
    }
}
