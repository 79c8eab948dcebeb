package io.appeals.api.feed;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.MutableHeaders;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.body.MessageBodyWriter;
import io.micronaut.http.codec.CodecException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Writes what is in the form of server-sent events already; the server's own writer knows no events without data. */
@Singleton
@Order(Ordered.HIGHEST_PRECEDENCE)
@Produces(MediaType.TEXT_EVENT_STREAM)
class StreamPieceWriter implements MessageBodyWriter<StreamPiece> {

    @Override
    public boolean isWriteable(Argument<StreamPiece> type, @Nullable MediaType mediaType) {
        return type.getType() == StreamPiece.class;
    }

    @Override
    public void writeTo(
            Argument<StreamPiece> type,
            MediaType mediaType,
            StreamPiece piece,
            MutableHeaders headers,
            OutputStream out) {
        try {
            out.write(piece.text());
        } catch (IOException e) {
            throw new CodecException("the stream's text could not be written", e);
        }
    }
}
