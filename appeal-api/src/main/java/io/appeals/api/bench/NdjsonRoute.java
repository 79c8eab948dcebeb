package io.appeals.api.bench;

import io.netty.channel.Channel;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Streams of commands, a line each, over a few connections that each answer in order. */
final class NdjsonRoute implements Route {

    private static final int SENDERS_PER_STREAM = 256;

    private final NodeTokens tokens;
    private final HttpConnections connections;

    NdjsonRoute(URI api, NodeTokens tokens) {
        this.tokens = tokens;
        this.connections = new HttpConnections(api);
    }

    @Override
    public RouteName name() {
        return RouteName.NDJSON;
    }

    @Override
    public Lanes open(int senders) throws IOException, InterruptedException {
        List<LineStream> streams = new ArrayList<>();
        for (int i = 0; i < Math.ceilDiv(senders, SENDERS_PER_STREAM); i++) {
            LineStream stream = new LineStream(head(i));
            Channel _ = connections.connect(() -> stream);
            streams.add(stream);
        }
        return new Streams(streams);
    }

    /** Of the request that carries a stream; its body has no end that is known beforehand. */
    private String head(int stream) {
        return "POST /v1/commands HTTP/1.1\r\nHost: " + connections.host()
                + "\r\nAuthorization: Bearer " + tokens.platforms().get(stream % CommandMix.PLATFORMS)
                + "\r\nContent-Type: application/x-ndjson\r\nAccept: application/x-ndjson"
                + "\r\nTransfer-Encoding: chunked\r\n\r\n";
    }

    @Override
    public void close() {
        connections.close();
    }

    private record Streams(List<LineStream> streams) implements Lanes {

        @Override
        public void send(Sender sender) {
            streams.get(sender.number() % streams.size()).send(sender);
        }

        @Override
        public void close() {
            streams.forEach(LineStream::end);
        }
    }
}
