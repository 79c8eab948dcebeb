package io.appeals.api.registry;

import io.appeals.schema.wire.SchemaCatalogue;
import io.appeals.schema.wire.SchemaIds.SchemaVersion;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidator;
import org.apache.avro.SchemaValidatorBuilder;

/** The catalogue by what the protocol asks for. Everything fails with a {@link RegistryError}. */
@Singleton
class SchemaShelf {

    private static final String LATEST = "latest";
    private static final String LATEST_AS_NUMBER = "-1";
    private static final SchemaValidator FULL_TRANSITIVE =
            new SchemaValidatorBuilder().mutualReadStrategy().validateAll();

    private final SchemaCatalogue catalogue = SchemaCatalogue.builtIn();

    List<String> subjects() {
        return catalogue.versions().stream()
                .map(SchemaVersion::subject)
                .distinct()
                .sorted()
                .toList();
    }

    /** Oldest first. */
    List<SchemaVersion> versions(String subject) {
        List<SchemaVersion> versions = catalogue.versions(subject);
        if (versions.isEmpty()) {
            throw RegistryError.noSubject(subject);
        }
        return versions;
    }

    /** @param version a number from 1, or "latest" */
    SchemaVersion version(String subject, String version) {
        List<SchemaVersion> versions = versions(subject);
        if (version.equals(LATEST) || version.equals(LATEST_AS_NUMBER)) {
            return versions.getLast();
        }
        int number =
                number(version).filter(value -> value > 0).orElseThrow(() -> RegistryError.invalidVersion(version));
        return versions.stream()
                .filter(each -> each.version() == number)
                .findFirst()
                .orElseThrow(() -> RegistryError.noVersion(version));
    }

    SchemaVersion schema(String id) {
        return number(id).flatMap(catalogue::byId).orElseThrow(() -> RegistryError.noSchema(id));
    }

    /** The version of the subject that has exactly this schema. */
    SchemaVersion same(String subject, String text) {
        versions(subject);
        return findSame(subject, text).orElseThrow(RegistryError::noSchema);
    }

    /** The same; empty where the subject has none, or is not there at all. */
    Optional<SchemaVersion> findSame(String subject, String text) {
        Schema schema = parsed(text);
        return catalogue.versions(subject).reversed().stream()
                .filter(version -> version.schema().equals(schema))
                .findFirst();
    }

    /** Why records of this schema and of those could not be read by each other; empty where they could. */
    Optional<String> conflict(String text, List<SchemaVersion> others) {
        try {
            FULL_TRANSITIVE.validate(
                    parsed(text), others.stream().map(SchemaVersion::schema).toList());
            return Optional.empty();
        } catch (SchemaValidationException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static Schema parsed(String text) {
        try {
            return new Schema.Parser().parse(text);
        } catch (AvroRuntimeException e) {
            throw RegistryError.invalidSchema(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<Integer> number(String text) {
        try {
            return Optional.of(Integer.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
