package io.appeals.schema.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * Every schema version that was ever released, with its id, as files beside this class: {@code catalogue.txt} lists
 * {@code id subject version file}. Ids and files of released versions never change.
 */
public final class SchemaCatalogue implements SchemaIds {

    private static final SchemaCatalogue BUILT_IN = new SchemaCatalogue(load());

    private final List<SchemaVersion> versions;
    private final Map<Integer, SchemaVersion> byId = new HashMap<>();

    private SchemaCatalogue(List<SchemaVersion> versions) {
        this.versions = List.copyOf(versions);
        versions.forEach(version -> byId.put(version.id(), version));
    }

    public static SchemaCatalogue builtIn() {
        return BUILT_IN;
    }

    /** All versions of all subjects, oldest first within a subject. */
    public List<SchemaVersion> versions() {
        return versions;
    }

    @Override
    public List<SchemaVersion> versions(String subject) {
        return versions.stream()
                .filter(version -> version.subject().equals(subject))
                .toList();
    }

    @Override
    public SchemaVersion find(String subject, Schema schema) {
        return versions(subject).reversed().stream()
                .filter(version -> version.schema().equals(schema))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "the schema of " + subject + " has changed and is not in the catalogue as a new version"));
    }

    @Override
    public Optional<SchemaVersion> byId(int id) {
        return Optional.ofNullable(byId.get(id));
    }

    private static List<SchemaVersion> load() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(resource("catalogue.txt"), UTF_8))) {
            List<SchemaVersion> versions = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    versions.add(parse(line.strip().split("\\s+")));
                }
            }
            return versions;
        } catch (IOException e) {
            throw new UncheckedIOException("the built-in schema catalogue cannot be read", e);
        }
    }

    private static SchemaVersion parse(String[] columns) throws IOException {
        try (InputStream file = resource(columns[3])) {
            Schema schema = new Schema.Parser().parse(file);
            return new SchemaVersion(Integer.parseInt(columns[0]), columns[1], Integer.parseInt(columns[2]), schema);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(SchemaCatalogue.class.getResourceAsStream(name), name + " is missing");
    }
}
