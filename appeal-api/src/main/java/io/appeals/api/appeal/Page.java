package io.appeals.api.appeal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.uri.UriBuilder;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of many things. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(description = "One page")
public record Page<T>(
        List<T> items,

        @Schema(description = "Send it as 'cursor' for the next page; null on the last one") @Nullable
        String nextCursor) {

    /** With the header {@code Link} to the next page (RFC 8288), where there is one. */
    public HttpResponse<Page<T>> response(HttpRequest<?> request) {
        MutableHttpResponse<Page<T>> response = HttpResponse.ok(this);
        return nextCursor == null
                ? response
                : response.header(
                        HttpHeaders.LINK,
                        "<"
                                + UriBuilder.of(request.getUri())
                                        .replaceQueryParam("cursor", nextCursor)
                                        .build() + ">; rel=\"next\"");
    }
}
