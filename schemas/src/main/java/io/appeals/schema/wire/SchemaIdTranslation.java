package io.appeals.schema.wire;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigException;

/**
 * A schema registry's ids for the schemas of the built-in catalogue. Only what is on the wire bears the registry's ids; inside,
 * and in what the product keeps for itself, the catalogue's stand, whichever registry there is.
 */
final class SchemaIdTranslation {

    private final Map<Integer, Integer> toRegistry;
    private final Map<Integer, Integer> toCatalogue = new HashMap<>();

    /**
     * @param toRegistry the registry's ids by the catalogue's: the first is written, all are read
     * @throws IllegalArgumentException if two of the catalogue's schemas have one id
     */
    SchemaIdTranslation(Map<Integer, List<Integer>> toRegistry) {
        this.toRegistry = new HashMap<>();
        toRegistry.forEach((ours, theirs) -> {
            this.toRegistry.put(ours, theirs.getFirst());
            theirs.forEach(each -> read(each, ours));
        });
    }

    private void read(int theirs, int ours) {
        Integer other = toCatalogue.put(theirs, ours);
        if (other != null && other != ours) {
            throw new IllegalArgumentException(
                    "schemas " + other + " and " + ours + " have the same id " + theirs + " in the registry");
        }
    }

    /** As the text that {@link #parse} reads. */
    static String text(Map<Integer, List<Integer>> toRegistry) {
        return toRegistry.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> entry.getValue().stream().map(theirs -> entry.getKey() + ":" + theirs))
                .collect(Collectors.joining(","));
    }

    /** @param text {@code 1:101,2:102,2:205}: the catalogue's id, the registry's */
    static SchemaIdTranslation parse(String text) {
        try {
            return new SchemaIdTranslation(Arrays.stream(text.split(","))
                    .map(pair -> pair.split(":"))
                    .collect(Collectors.groupingBy(
                            pair -> Integer.valueOf(pair[0]),
                            Collectors.mapping(pair -> Integer.valueOf(pair[1]), Collectors.toList()))));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new ConfigException(SchemaIdInterceptor.IDS, text, e.getMessage());
        }
    }

    /** @return empty for what is no schema of the catalogue */
    Optional<Integer> toRegistry(int catalogueId) {
        return Optional.ofNullable(toRegistry.get(catalogueId));
    }

    /** @return empty for an id that the registry gave to something else */
    Optional<Integer> toCatalogue(int registryId) {
        return Optional.ofNullable(toCatalogue.get(registryId));
    }
}
