package io.appeals.api.registry.configured;

import io.appeals.schema.topic.PlatformTopics;
import io.appeals.schema.topic.Topic;
import io.appeals.schema.wire.SchemaCatalogue;
import io.appeals.schema.wire.SchemaIdInterceptor;
import io.appeals.schema.wire.SchemaIds.SchemaVersion;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** The ids on the wire: those of the built-in catalogue, or those that a registry has given to the catalogue's schemas. */
public final class RegisteredIds {

    /**
     * A version of a schema under one of its subjects.
     *
     * @param catalogueId its id in the built-in catalogue
     * @param onTheWire the same version with its id on the wire
     */
    private record Registered(int catalogueId, SchemaVersion onTheWire) {}

    private final boolean byRegistry;
    private final List<Registered> all;

    private RegisteredIds(boolean byRegistry, List<Registered> all) {
        this.byRegistry = byRegistry;
        this.all = List.copyOf(all);
    }

    /** Without a registry. */
    public static RegisteredIds builtIn(List<PlatformTopics> platforms) {
        return new RegisteredIds(false, registered(versions(platforms), SchemaVersion::id));
    }

    /**
     * Registers every version of every schema that is not registered yet, oldest first, and has the registry refuse from then on
     * what would break readers.
     *
     * @param authorization the header's whole value; empty for none
     * @param platforms whose own topics have subjects of their own
     * @throws RegistryRefusal if the registry does not answer, or does not take one of them
     */
    public static RegisteredIds register(String url, String authorization, List<PlatformTopics> platforms) {
        try (ConfluentRegistry registry = new ConfluentRegistry(url, authorization)) {
            return new RegisteredIds(
                    true,
                    registered(
                            versions(platforms),
                            version -> registry.find(version.subject(), version.schema())
                                    .orElseGet(() -> added(registry, version))));
        }
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
        List<Registered> known = new ArrayList<>();
        try (ConfluentRegistry registry = new ConfluentRegistry(url, authorization)) {
            for (SchemaVersion version : SchemaCatalogue.builtIn().versions()) {
                OptionalInt id = registry.find(version.subject(), version.schema());
                id.ifPresent(found -> known.add(registered(version, found)));
            }
        }
        if (known.isEmpty()) {
            throw new RegistryRefusal("the schema registry at " + url
                    + " has none of the product's schemas: a node that is started with it registers them");
        }
        return new RegisteredIds(true, known);
    }

    /** Those of the catalogue, and again under the subjects of platforms' own topics; with the catalogue's ids. */
    private static List<SchemaVersion> versions(List<PlatformTopics> platforms) {
        List<SchemaVersion> versions = new ArrayList<>(SchemaCatalogue.builtIn().versions());
        for (PlatformTopics platform : platforms) {
            new TreeMap<>(platform.likeThoseOfAll())
                    .forEach((name, like) -> SchemaCatalogue.builtIn()
                            .versions(like.valueSubject())
                            .forEach(version -> versions.add(new SchemaVersion(
                                    version.id(), Topic.valueSubject(name), version.version(), version.schema()))));
        }
        return versions;
    }

    private static List<Registered> registered(List<SchemaVersion> versions, ToIntFunction<SchemaVersion> ids) {
        return versions.stream()
                .map(version -> registered(version, ids.applyAsInt(version)))
                .toList();
    }

    private static Registered registered(SchemaVersion version, int id) {
        return new Registered(
                version.id(), new SchemaVersion(id, version.subject(), version.version(), version.schema()));
    }

    /** What every Kafka client of the product has to be configured with. */
    public Map<String, String> clientSettings() {
        return byRegistry ? SchemaIdInterceptor.clientSettings(byCatalogueId()) : Map.of();
    }

    /** The catalogue's own subjects come first: theirs are the ids that are written. */
    private Map<Integer, List<Integer>> byCatalogueId() {
        return all.stream()
                .collect(Collectors.groupingBy(
                        Registered::catalogueId,
                        Collectors.mapping(
                                each -> each.onTheWire().id(),
                                Collectors.collectingAndThen(
                                        Collectors.toCollection(LinkedHashSet::new), List::copyOf))));
    }

    /** Every version of every schema with its id on the wire, oldest first within a subject. */
    public List<SchemaVersion> versions() {
        return all.stream().map(Registered::onTheWire).toList();
    }
}
