package io.appeals.api.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One request whose body is an endless stream of lines, and whose answer has a line for each, in order. */
final class LineStream extends SimpleChannelInboundHandler<HttpObject> {

    private static final String ACCEPTED = "\"state\":\"ACCEPTED\"";
    private static final String LAST_CHUNK = "0\r\n\r\n";

    private final String head;
    private final Deque<Sender> waiting = new ArrayDeque<>();
    private final StringBuilder lines = new StringBuilder();
    private final ByteBuf unfinished = Unpooled.buffer();
    private boolean flushing;
    private int status;
    private @Nullable Channel channel;

    /** @param head of the request, up to its body */
    LineStream(String head) {
        this.head = head;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        channel = context.channel();
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        context.writeAndFlush(ByteBufUtil.writeAscii(context.alloc(), head));
    }

    void send(Sender sender) {
        Channel open = Objects.requireNonNull(channel);
        if (open.eventLoop().inEventLoop()) {
            add(sender, open);
        } else {
            open.eventLoop().execute(() -> add(sender, open));
        }
    }

    /** All lines that are sent in one go of the event loop make up one chunk. */
    private void add(Sender sender, Channel open) {
        waiting.add(sender);
        sender.begins();
        lines.append(JsonMix.line(sender.appeal(), sender.turn()));
        if (!flushing) {
            flushing = true;
            open.eventLoop().execute(() -> flush(open));
        }
    }

    private void flush(Channel open) {
        flushing = false;
        String chunk = Integer.toHexString(lines.length()) + "\r\n" + lines + "\r\n";
        lines.setLength(0);
        open.writeAndFlush(ByteBufUtil.writeAscii(open.alloc(), chunk));
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
        if (part instanceof HttpResponse response) {
            status = response.status().code();
        }
        if (part instanceof HttpContent content) {
            unfinished.writeBytes(content.content());
            if (status == 200) {
                takeLines();
            } else {
                refuse("HTTP " + status + " " + unfinished.toString(UTF_8));
            }
        }
    }

    private void takeLines() {
        for (int length = unfinished.bytesBefore((byte) '\n');
                length >= 0;
                length = unfinished.bytesBefore((byte) '\n')) {
            String line = unfinished.readCharSequence(length + 1, UTF_8).toString();
            Sender sender = waiting.remove();
            if (line.contains(ACCEPTED)) {
                sender.answered();
            } else {
                sender.refused(line.strip());
            }
        }
        unfinished.discardReadBytes();
    }

    private void refuse(String why) {
        waiting.forEach(sender -> sender.refused(why));
        waiting.clear();
    }

    /** Ends the request, and with it the connection. */
    void end() {
        Channel open = Objects.requireNonNull(channel);
        open.writeAndFlush(ByteBufUtil.writeAscii(open.alloc(), LAST_CHUNK)).addListener(_ -> open.close());
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        refuse("the stream ended");
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        refuse(cause.toString());
        context.close();
    }
}
