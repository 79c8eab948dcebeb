package io.appeals.api.registry;

import io.appeals.schema.wire.SchemaIds.SchemaVersion;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;

/**
 * What is asked of a schema registry by those who read topics. Documented by its protocol rather than in our OpenAPI document:
 * <a href="https://docs.confluent.io/platform/current/schema-registry/develop/api.html">Schema Registry API</a>. Schemas are
 * published, so nobody needs a token.
 */
@Controller("/schema-registry")
@Produces({RegistryRoutes.TYPE, RegistryRoutes.TYPE_OF_ANY_VERSION, MediaType.APPLICATION_JSON})
@Secured(SecurityRule.IS_ANONYMOUS)
@Hidden
class RegistryRoutes {

    static final String TYPE = "application/vnd.schemaregistry.v1+json";
    static final String TYPE_OF_ANY_VERSION = "application/vnd.schemaregistry+json";

    private final SchemaShelf shelf;

    RegistryRoutes(SchemaShelf shelf) {
        this.shelf = shelf;
    }

    @Get
    Map<String, String> root() {
        return Map.of();
    }

    @Get("/schemas/types")
    List<String> types() {
        return List.of("AVRO");
    }

    @Get("/schemas/ids/{id}")
    Map<String, String> schema(@PathVariable String id) {
        return Map.of("schema", shelf.schema(id).schema().toString());
    }

    @Get("/schemas/ids/{id}/schema")
    HttpResponse<String> text(@PathVariable String id) {
        return text(shelf.schema(id));
    }

    @Get("/schemas/ids/{id}/versions")
    List<SubjectVersion> versionsOf(@PathVariable String id) {
        return shelf.everywhere(id).stream()
                .map(schema -> new SubjectVersion(schema.subject(), schema.version()))
                .toList();
    }

    @Get("/schemas/ids/{id}/subjects")
    List<String> subjectsOf(@PathVariable String id) {
        return shelf.everywhere(id).stream().map(SchemaVersion::subject).toList();
    }

    @Get("/subjects")
    List<String> subjects(@QueryValue(defaultValue = "") String subjectPrefix) {
        return shelf.subjects().stream()
                .filter(subject -> subject.startsWith(subjectPrefix))
                .toList();
    }

    @Get("/subjects/{subject}/versions")
    List<Integer> versions(@PathVariable String subject) {
        return shelf.versions(subject).stream().map(SchemaVersion::version).toList();
    }

    @Get("/subjects/{subject}/versions/{version}")
    RegisteredSchema version(@PathVariable String subject, @PathVariable String version) {
        return RegisteredSchema.of(shelf.version(subject, version));
    }

    @Get("/subjects/{subject}/versions/{version}/schema")
    HttpResponse<String> text(@PathVariable String subject, @PathVariable String version) {
        return text(shelf.version(subject, version));
    }

    /** No schema of ours refers to another's. */
    @Get("/subjects/{subject}/versions/{version}/referencedby")
    List<Integer> referringTo(@PathVariable String subject, @PathVariable String version) {
        shelf.version(subject, version);
        return List.of();
    }

    private static HttpResponse<String> text(SchemaVersion version) {
        return HttpResponse.ok(version.schema().toString());
    }

    record SubjectVersion(String subject, int version) {}
}
