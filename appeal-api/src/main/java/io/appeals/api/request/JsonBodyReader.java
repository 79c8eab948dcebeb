package io.appeals.api.request;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.Headers;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.body.MessageBodyReader;
import jakarta.inject.Singleton;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Lets a route take a {@link JsonBody} as its body. */
@Singleton
@Order(Ordered.HIGHEST_PRECEDENCE)
@Consumes(MediaType.APPLICATION_JSON)
class JsonBodyReader<T extends JsonBody> implements MessageBodyReader<T> {

    @Override
    public boolean isReadable(Argument<T> type, @Nullable MediaType mediaType) {
        return JsonBody.class.isAssignableFrom(type.getType()) && type.getType().isRecord();
    }

    @Override
    public T read(Argument<T> type, @Nullable MediaType mediaType, Headers headers, InputStream text) {
        return type.getType()
                .cast(BodyReader.read(BodyReader.parse(text), type.getType().asSubclass(Record.class)));
    }
}
