package io.appeals.schema.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.DecoderFactory;

/** Adds the published records that have changed to the catalogue as new versions, with golden records of each. */
final class SchemaRelease {

    private static final Path CATALOGUE = Path.of("src/main/resources/io/appeals/schema/wire");
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    private SchemaRelease() {}

    static boolean isReleased(Published<?> published) {
        List<SchemaIds.SchemaVersion> versions =
                SchemaCatalogue.builtIn().versions(published.topic().valueSubject());
        return !versions.isEmpty()
                && versions.getLast().schema().equals(published.codec().schema());
    }

    static void addNewVersions() throws IOException {
        int nextId = SchemaCatalogue.builtIn().versions().stream()
                        .mapToInt(SchemaIds.SchemaVersion::id)
                        .max()
                        .orElse(0)
                + 1;
        for (Published<?> published : Published.ALL) {
            if (!isReleased(published)) {
                add(published, nextId++);
            }
        }
    }

    private static <T extends Record> void add(Published<T> published, int id) throws IOException {
        String subject = published.topic().valueSubject();
        int version = SchemaCatalogue.builtIn().versions(subject).size() + 1;
        String name = published.name() + ".v" + version;
        Schema schema = published.codec().schema();
        Files.writeString(CATALOGUE.resolve(name + ".avsc"), schema.toString(true) + "\n");
        Files.writeString(
                CATALOGUE.resolve("catalogue.txt"),
                "%d %s %d %s.avsc\n".formatted(id, subject, version, name),
                UTF_8,
                StandardOpenOption.APPEND);
        List<String> golden = new RandomRecords(id)
                .everyVariantOf(published.codec().type())
                .map(published.codec()::encode)
                .map(bytes -> HexFormat.of().formatHex(bytes) + " " + json(schema, schema, bytes))
                .toList();
        Files.write(golden(name), golden);
    }

    static Path golden(String name) {
        return GOLDEN.resolve(name + ".txt");
    }

    /** What Avro itself, without our codec, reads from these bytes. */
    static String json(Schema writtenWith, Schema readAs, byte[] bytes) {
        try {
            Object value = new GenericDatumReader<>(writtenWith, readAs)
                    .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
            return String.valueOf(value).replace("\n", "\\n");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
