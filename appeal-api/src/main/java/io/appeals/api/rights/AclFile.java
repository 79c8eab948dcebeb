package io.appeals.api.rights;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;

/** Rights as an operator grants them: lines of options for Kafka's own {@code kafka-acls.sh}. */
public final class AclFile {

    private AclFile() {}

    /** A line for each resource, in the order in which the resources come. */
    public static List<String> lines(Collection<Right> rights) {
        Map<ResourcePattern, List<Right>> byResource = rights.stream()
                .collect(Collectors.groupingBy(Right::resource, LinkedHashMap::new, Collectors.toList()));
        return byResource.values().stream().map(AclFile::line).toList();
    }

    /** For instance {@code --operation Read --operation Write --topic appeals.events.v1}. */
    private static String line(List<Right> onOneResource) {
        ResourcePattern resource = onOneResource.getFirst().resource();
        String operations = onOneResource.stream()
                .map(right -> "--operation " + right.operationName())
                .collect(Collectors.joining(" "));
        String prefixed = resource.patternType() == PatternType.PREFIXED ? " --resource-pattern-type prefixed" : "";
        return operations + " " + option(resource) + " " + resource.name() + prefixed;
    }

    private static String option(ResourcePattern resource) {
        return switch (resource.resourceType()) {
            case TOPIC -> "--topic";
            case GROUP -> "--group";
            case TRANSACTIONAL_ID -> "--transactional-id";
            default -> throw new IllegalArgumentException("nobody here is given rights on " + resource);
        };
    }
}
