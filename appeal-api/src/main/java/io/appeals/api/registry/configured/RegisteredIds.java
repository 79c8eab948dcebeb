package io.appeals.api.registry.configured;

import io.appeals.schema.wire.SchemaCatalogue;
import io.appeals.schema.wire.SchemaIdInterceptor;
import io.appeals.schema.wire.SchemaIds.SchemaVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** The ids on the wire: those of the built-in catalogue, or those that a registry has given to the catalogue's schemas. */
public final class RegisteredIds {

    private final Map<Integer, Integer> ofRegistry;

    private RegisteredIds(Map<Integer, Integer> ofRegistry) {
        this.ofRegistry = ofRegistry;
    }

    /** Without a registry. */
    public static RegisteredIds builtIn() {
        return new RegisteredIds(Map.of());
    }

    /**
     * Registers every version of every schema that is not registered yet, oldest first, and has the registry refuse from then on
     * what would break readers.
     *
     * @param authorization the header's whole value; empty for none
     * @throws RegistryRefusal if the registry does not answer, or does not take one of them
     */
    public static RegisteredIds register(String url, String authorization) {
        Map<Integer, Integer> ids = new TreeMap<>();
        try (ConfluentRegistry registry = new ConfluentRegistry(url, authorization)) {
            for (SchemaVersion version : SchemaCatalogue.builtIn().versions()) {
                OptionalInt known = registry.find(version.subject(), version.schema());
                ids.put(version.id(), known.isPresent() ? known.getAsInt() : added(registry, version));
            }
        }
        return new RegisteredIds(ids);
    }

    /** The rule first: a node that dies in between leaves no subject without it. */
    private static int added(ConfluentRegistry registry, SchemaVersion version) {
        registry.requireFullTransitive(version.subject());
        return registry.register(version.subject(), version.schema());
    }

    /**
     * Looks up what is registered, for those who only read.
     *
     * @throws RegistryRefusal if the registry does not answer, or has none of them
     */
    public static RegisteredIds find(String url, String authorization) {
        Map<Integer, Integer> ids = new TreeMap<>();
        try (ConfluentRegistry registry = new ConfluentRegistry(url, authorization)) {
            for (SchemaVersion version : SchemaCatalogue.builtIn().versions()) {
                registry.find(version.subject(), version.schema()).ifPresent(id -> ids.put(version.id(), id));
            }
        }
        if (ids.isEmpty()) {
            throw new RegistryRefusal("the schema registry at " + url
                    + " has none of the product's schemas: a node that is started with it registers them");
        }
        return new RegisteredIds(ids);
    }

    /** What every Kafka client of the product has to be configured with. */
    public Map<String, String> clientSettings() {
        return ofRegistry.isEmpty() ? Map.of() : SchemaIdInterceptor.clientSettings(ofRegistry);
    }

    /** Every version of every schema with its id on the wire, oldest first within a subject. */
    public List<SchemaVersion> versions() {
        List<SchemaVersion> versions = new ArrayList<>();
        for (SchemaVersion version : SchemaCatalogue.builtIn().versions()) {
            versions.add(new SchemaVersion(
                    ofRegistry.getOrDefault(version.id(), version.id()),
                    version.subject(),
                    version.version(),
                    version.schema()));
        }
        return versions;
    }
}
