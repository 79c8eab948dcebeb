package io.appeals.api.docs;

import io.micronaut.core.io.ResourceLoader;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Serves the OpenAPI document that the compiler made from the code. */
@Controller
@Hidden
@Secured(SecurityRule.IS_ANONYMOUS)
class ApiDocument {

    private static final MediaType OPENAPI = MediaType.of("application/yaml");

    private final byte[] document;

    ApiDocument(ResourceLoader resources) {
        try (InputStream stream = resources
                .getResourceAsStream("classpath:META-INF/swagger/openapi.yml")
                .orElseThrow()) {
            document = stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Get(uri = "/openapi.yml", produces = MediaType.ALL)
    HttpResponse<byte[]> document() {
        return HttpResponse.ok(document).contentType(OPENAPI);
    }
}
