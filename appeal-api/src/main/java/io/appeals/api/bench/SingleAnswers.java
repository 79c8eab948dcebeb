package io.appeals.api.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import org.jspecify.annotations.Nullable;

/** Hears the answers on a connection that carries one request at a time. */
final class SingleAnswers extends SimpleChannelInboundHandler<HttpObject> {

    private final StringBuilder refusal = new StringBuilder();
    private @Nullable Sender waiting;
    private int status;

    /** Whose command is on its way. */
    void await(Sender sender) {
        waiting = sender;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
        if (part instanceof HttpResponse head) {
            status = head.status().code();
        }
        if (part instanceof HttpContent content && !isAccepted()) {
            refusal.append(content.content().toString(UTF_8));
        }
        if (part instanceof LastHttpContent && waiting != null) {
            Sender sender = waiting;
            waiting = null;
            if (isAccepted()) {
                sender.answered();
            } else {
                sender.refused("HTTP " + status + " " + refusal);
            }
        }
    }

    /** 202 is none: it says that the commit took too long. */
    private boolean isAccepted() {
        return status == 200 || status == 201;
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (waiting != null) {
            waiting.refused("the connection was closed");
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (waiting != null) {
            waiting.refused(cause.toString());
        }
        context.close();
    }
}
