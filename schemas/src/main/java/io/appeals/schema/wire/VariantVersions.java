package io.appeals.schema.wire;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.avro.Schema;

/**
 * Under which version of its schema each variant is written: the oldest that has it. So a release that adds a kind writes every
 * other kind byte for byte as the release before it, and nobody who reads with that one's schema notices before the new kind is
 * used.
 */
final class VariantVersions {

    /**
     * @param id of the version on the wire
     * @param absent how many of the last fields, all absent, it does not have
     */
    record Version(int id, int absent) {}

    private final Version current;
    private final List<Version> byVariant;

    VariantVersions(Published<?> published, SchemaIds ids) {
        String subject = published.topic().valueSubject();
        Schema schema = published.codec().schema();
        current = new Version(ids.find(subject, schema).id(), 0);
        int fields = schema.getFields().size();
        int variants = published.codec().variants();
        byVariant = IntStream.range(0, variants)
                .mapToObj(variant -> ids.versions(subject).stream()
                        .filter(version -> isBeginning(version.schema(), schema, fields - variants + variant + 1))
                        .map(version -> new Version(
                                version.id(),
                                fields - version.schema().getFields().size()))
                        .findFirst()
                        .orElse(current))
                .toList();
    }

    /** Whether a schema is the other up to some field, and has no fewer than so many of them. */
    private static boolean isBeginning(Schema shorter, Schema whole, int atLeast) {
        int fields = shorter.getFields().size();
        return fields >= atLeast
                && fields <= whole.getFields().size()
                && shorter.getFullName().equals(whole.getFullName())
                && shorter.getFields().equals(whole.getFields().subList(0, fields));
    }

    /** @param variant its index; -1 for a record without variants */
    Version of(int variant) {
        return variant < 0 ? current : byVariant.get(variant);
    }

    int currentId() {
        return current.id();
    }
}
