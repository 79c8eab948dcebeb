package io.appeals.api.registry;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;

/** How schemas may change: not here, and from release to release so that every version reads every other. */
@Controller("/schema-registry")
@Produces({RegistryRoutes.TYPE, RegistryRoutes.TYPE_OF_ANY_VERSION, MediaType.APPLICATION_JSON})
@Consumes(MediaType.ALL)
@Secured(SecurityRule.IS_ANONYMOUS)
@Hidden
class RegistrySettings {

    private static final Map<String, String> COMPATIBILITY = Map.of("compatibilityLevel", "FULL_TRANSITIVE");
    private static final Map<String, String> MODE = Map.of("mode", "READONLY");
    private static final String REGISTRY = "The schema registry";

    private final SchemaShelf shelf;

    RegistrySettings(SchemaShelf shelf) {
        this.shelf = shelf;
    }

    @Get("/config")
    Map<String, String> compatibility() {
        return COMPATIBILITY;
    }

    @Get("/config/{subject}")
    Map<String, String> compatibility(
            @PathVariable String subject, @QueryValue(defaultValue = "false") boolean defaultToGlobal) {
        shelf.versions(subject);
        if (!defaultToGlobal) {
            throw RegistryError.noCompatibilityOf(subject);
        }
        return COMPATIBILITY;
    }

    @Get("/mode")
    Map<String, String> mode() {
        return MODE;
    }

    @Get("/mode/{subject}")
    Map<String, String> mode(
            @PathVariable String subject, @QueryValue(defaultValue = "false") boolean defaultToGlobal) {
        shelf.versions(subject);
        if (!defaultToGlobal) {
            throw RegistryError.noModeOf(subject);
        }
        return MODE;
    }

    @Put(uris = {"/config", "/mode"})
    Map<String, String> change() {
        throw RegistryError.readOnly(REGISTRY);
    }

    @Put(uris = {"/config/{subject}", "/mode/{subject}"})
    Map<String, String> change(@PathVariable String subject) {
        throw RegistryError.readOnly("Subject " + subject);
    }

    @Delete(uris = {"/config", "/mode"})
    Map<String, String> reset() {
        throw RegistryError.readOnly(REGISTRY);
    }

    @Delete(uris = {"/config/{subject}", "/mode/{subject}", "/subjects/{subject}"})
    Map<String, String> delete(@PathVariable String subject) {
        throw RegistryError.readOnly("Subject " + subject);
    }

    @Delete("/subjects/{subject}/versions/{version}")
    Map<String, String> delete(@PathVariable String subject, @PathVariable String version) {
        shelf.version(subject, version);
        throw RegistryError.readOnly("Subject " + subject);
    }
}
