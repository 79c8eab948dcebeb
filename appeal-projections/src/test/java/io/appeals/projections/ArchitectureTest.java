package io.appeals.projections;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses ROOM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.appeals.projections");

    private static final String[] PURE = {
        "io.appeals.projections", "io.appeals.projections.status", "io.appeals.projections.listing"
    };

    @Test
    void theReadSideMeetsTheWriteSideOnlyInTheLog() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.appeals.commands..", "io.appeals.api..")
                .check(ROOM);
    }

    @Test
    void foldingAndListingKnowNoKafkaNoFormatAndNoLogger() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..",
                        "org.apache.avro..",
                        "com.fasterxml..",
                        "org.slf4j..",
                        "org.rocksdb..",
                        "io.micronaut..",
                        "io.appeals.schema.wire..",
                        "io.appeals.schema.topic..")
                .check(ROOM);
    }

    @Test
    void foldingAndListingNeverAskForTheTimeOrForChance() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "tell the time or throw dice",
                        (JavaClass type) -> type.isEquivalentTo(Clock.class) || type.isAssignableTo(Random.class)))
                .check(ROOM);
    }

    @Test
    void packagesDependOnEachOtherOneWayOnly() {
        slices().matching("io.appeals.projections.(*)..")
                .should()
                .beFreeOfCycles()
                .check(ROOM);
    }

    @Test
    void everyPackageSaysWhereNullMayBe() {
        for (JavaPackage each : ROOM.getPackage("io.appeals.projections").getSubpackagesInTree()) {
            assertThat(each.isAnnotatedWith(NullMarked.class))
                    .as(each.getName())
                    .isTrue();
        }
    }
}
