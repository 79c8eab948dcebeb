package io.appeals.schema.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidator;
import org.apache.avro.SchemaValidatorBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was once released stays readable, and what is new can be read by those who know only the old. */
class ReleasedSchemasTest {

    private static final SchemaValidator FULL_TRANSITIVE =
            new SchemaValidatorBuilder().mutualReadStrategy().validateAll();

    static Stream<Published<?>> published() {
        return Published.ALL.stream();
    }

    static Stream<SchemaIds.SchemaVersion> releasedVersions() {
        return SchemaCatalogue.builtIn().versions().stream();
    }

    @Test
    void aChangedRecordIsReleasedAsANewVersionOnRequest() throws IOException {
        assumeTrue(Boolean.getBoolean("schemas.release"), "only on request");
        SchemaRelease.addNewVersions();
    }

    @ParameterizedTest
    @MethodSource("published")
    void everyPublishedRecordIsInTheCatalogueAsItIsToday(Published<?> published) {
        assertThat(SchemaRelease.isReleased(published))
                .as(
                        "%s has changed. Release it as a new version with ./mvnw -pl schemas test"
                                + " -Dtest=ReleasedSchemasTest -Dschemas.release=true, and commit the new files",
                        published.name())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("published")
    void everyVersionIsFullyCompatibleWithAllBeforeIt(Published<?> published) {
        List<Schema> schemas = SchemaCatalogue.builtIn()
                .versions(published.topic().valueSubject())
                .stream()
                .map(SchemaIds.SchemaVersion::schema)
                .toList();
        for (int i = 1; i < schemas.size(); i++) {
            Schema later = schemas.get(i);
            List<Schema> earlier = schemas.subList(0, i);
            assertThatCode(() -> FULL_TRANSITIVE.validate(later, earlier)).doesNotThrowAnyException();
        }
    }

    @Test
    void aRequiredNewFieldWouldBeRefused() {
        Schema before = SchemaBuilder.record("R").fields().requiredString("a").endRecord();
        Schema after = SchemaBuilder.record("R")
                .fields()
                .requiredString("a")
                .requiredString("b")
                .endRecord();

        assertThatThrownBy(() -> FULL_TRANSITIVE.validate(after, List.of(before)))
                .isInstanceOf(SchemaValidationException.class);
    }

    @Test
    void idsAreUniqueAndVersionsOfASubjectCountFromOne() {
        assertThat(releasedVersions().map(SchemaIds.SchemaVersion::id)).doesNotHaveDuplicates();
        for (Published<?> published : Published.ALL) {
            List<Integer> versions = SchemaCatalogue.builtIn()
                    .versions(published.topic().valueSubject())
                    .stream()
                    .map(SchemaIds.SchemaVersion::version)
                    .toList();
            assertThat(versions)
                    .isEqualTo(
                            Stream.iterate(1, v -> v + 1).limit(versions.size()).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("releasedVersions")
    void theGoldenRecordsOfEveryVersionAreReadTodayAndReadBackByTheirOwnRelease(SchemaIds.SchemaVersion released)
            throws IOException {
        Published<?> published = Published.ALL.stream()
                .filter(each -> each.topic().valueSubject().equals(released.subject()))
                .findFirst()
                .orElseThrow();
        List<String> golden = Files.readAllLines(SchemaRelease.golden(published.name() + ".v" + released.version()));

        assertThat(golden).isNotEmpty().allSatisfy(line -> {
            byte[] bytes = HexFormat.of().parseHex(line.substring(0, line.indexOf(' ')));
            String expected = line.substring(line.indexOf(' ') + 1);
            byte[] today = readAndWriteToday(published.codec(), released.schema(), bytes);
            assertThat(SchemaRelease.json(published.codec().schema(), released.schema(), today))
                    .isEqualTo(expected);
        });
    }

    private static <T extends Record> byte[] readAndWriteToday(RecordCodec<T> codec, Schema writtenWith, byte[] bytes) {
        return codec.encode(codec.decode(writtenWith, bytes, 0, bytes.length));
    }
}
