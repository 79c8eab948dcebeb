package io.appeals.api.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appeals.schema.wire.SchemaIds.SchemaVersion;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is asked with a schema in hand. A schema that is there already can be registered: serializers do so by default. */
@Controller("/schema-registry")
@Produces({RegistryRoutes.TYPE, RegistryRoutes.TYPE_OF_ANY_VERSION, MediaType.APPLICATION_JSON})
@Consumes(MediaType.ALL)
@Secured(SecurityRule.IS_ANONYMOUS)
@Hidden
class RegistryQuestions {

    private final SchemaShelf shelf;
    private final ObjectMapper json;

    RegistryQuestions(SchemaShelf shelf, ObjectMapper json) {
        this.shelf = shelf;
        this.json = json;
    }

    @Post("/subjects/{subject}")
    RegisteredSchema find(@PathVariable String subject, @Body String body) {
        return RegisteredSchema.of(shelf.same(subject, SchemaRequest.schemaIn(body, json)));
    }

    @Post("/subjects/{subject}/versions")
    Map<String, Integer> register(@PathVariable String subject, @Body String body) {
        String schema = SchemaRequest.schemaIn(body, json);
        return Map.of(
                "id",
                shelf.findSame(subject, schema)
                        .map(SchemaVersion::id)
                        .orElseThrow(() -> RegistryError.readOnly("Subject " + subject)));
    }

    @Post("/compatibility/subjects/{subject}/versions")
    Compatibility compatibleWithAll(
            @PathVariable String subject, @QueryValue(defaultValue = "false") boolean verbose, @Body String body) {
        return compatible(body, shelf.versions(subject), verbose);
    }

    @Post("/compatibility/subjects/{subject}/versions/{version}")
    Compatibility compatible(
            @PathVariable String subject,
            @PathVariable String version,
            @QueryValue(defaultValue = "false") boolean verbose,
            @Body String body) {
        return compatible(body, List.of(shelf.version(subject, version)), verbose);
    }

    private Compatibility compatible(String body, List<SchemaVersion> others, boolean verbose) {
        Optional<String> conflict = shelf.conflict(SchemaRequest.schemaIn(body, json), others);
        return new Compatibility(conflict.isEmpty(), verbose ? conflict.stream().toList() : null);
    }

    /** @param messages why not; only where they were asked for */
    record Compatibility(
            @JsonProperty("is_compatible") boolean isCompatible,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<String> messages) {}
}
