package io.appeals.api.registry;

import io.appeals.api.registry.configured.RegisteredIds;
import io.appeals.schema.wire.SchemaIds.SchemaVersion;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidator;
import org.apache.avro.SchemaValidatorBuilder;

/** The schemas with their ids on the wire, by what the protocol asks for. Everything fails with a {@link RegistryError}. */
@Singleton
class SchemaShelf {

    private static final String LATEST = "latest";
    private static final String LATEST_AS_NUMBER = "-1";
    private static final SchemaValidator FULL_TRANSITIVE =
            new SchemaValidatorBuilder().mutualReadStrategy().validateAll();

    private final List<SchemaVersion> all;

    SchemaShelf(RegisteredIds ids) {
        this.all = ids.versions();
    }

    List<String> subjects() {
        return all.stream().map(SchemaVersion::subject).distinct().sorted().toList();
    }

    /** Oldest first. */
    List<SchemaVersion> versions(String subject) {
        List<SchemaVersion> versions = ofSubject(subject);
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
        return everywhere(id).getFirst();
    }

    /** The schema of this id under each of its subjects: at least one. */
    List<SchemaVersion> everywhere(String id) {
        List<SchemaVersion> found = number(id).map(this::byId).orElse(List.of());
        if (found.isEmpty()) {
            throw RegistryError.noSchema(id);
        }
        return found;
    }

    /** The version of the subject that has exactly this schema. */
    SchemaVersion same(String subject, String text) {
        versions(subject);
        return findSame(subject, text).orElseThrow(RegistryError::noSchema);
    }

    /** The same; empty where the subject has none, or is not there at all. */
    Optional<SchemaVersion> findSame(String subject, String text) {
        Schema schema = parsed(text);
        return ofSubject(subject).reversed().stream()
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

    private List<SchemaVersion> ofSubject(String subject) {
        return all.stream().filter(version -> version.subject().equals(subject)).toList();
    }

    private List<SchemaVersion> byId(int id) {
        return all.stream().filter(version -> version.id() == id).toList();
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
