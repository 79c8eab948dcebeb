package io.appeals.api.registry;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Answers a request that ended with a {@link RegistryError}. */
@Produces(RegistryRoutes.TYPE)
@Singleton
class RegistryErrors implements ExceptionHandler<RegistryError, HttpResponse<RegistryError.Body>> {

    @Override
    public HttpResponse<RegistryError.Body> handle(HttpRequest request, RegistryError error) {
        return HttpResponse.<RegistryError.Body>status(error.status())
                .body(error.body())
                .contentType(RegistryRoutes.TYPE);
    }
}
