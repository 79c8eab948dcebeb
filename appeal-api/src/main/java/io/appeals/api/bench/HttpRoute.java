package io.appeals.api.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** One request a command, over as many connections as there are senders. */
final class HttpRoute implements Route {

    private final NodeTokens tokens;
    private final HttpConnections connections;

    HttpRoute(URI api, NodeTokens tokens) {
        this.tokens = tokens;
        this.connections = new HttpConnections(api);
    }

    @Override
    public RouteName name() {
        return RouteName.HTTP;
    }

    @Override
    public Lanes open(int senders) throws IOException, InterruptedException {
        List<Channel> channels = new ArrayList<>(senders);
        for (int i = 0; i < senders; i++) {
            channels.add(connections.connect(SingleAnswers::new));
        }
        return new OneConnectionEach(channels);
    }

    @Override
    public void close() {
        connections.close();
    }

    private final class OneConnectionEach implements Lanes {

        private final List<Channel> channels;

        OneConnectionEach(List<Channel> channels) {
            this.channels = channels;
        }

        @Override
        public void send(Sender sender) {
            Channel channel = channels.get(sender.number());
            if (channel.eventLoop().inEventLoop()) {
                request(sender, channel);
            } else {
                channel.eventLoop().execute(() -> request(sender, channel));
            }
        }

        private void request(Sender sender, Channel channel) {
            ByteBuf bytes = channel.alloc().buffer(1_024);
            ByteBufUtil.writeAscii(bytes, encoded(sender));
            channel.pipeline().get(SingleAnswers.class).await(sender);
            sender.begins();
            channel.writeAndFlush(bytes);
        }

        @Override
        public void close() {
            channels.forEach(Channel::close);
        }
    }

    private String encoded(Sender sender) {
        CommandMix.Appeal appeal = sender.appeal();
        int turn = sender.turn();
        String body = JsonMix.body(appeal, turn);
        return "POST " + JsonMix.path(appeal, turn) + " HTTP/1.1\r\nHost: " + connections.host()
                + "\r\nAuthorization: Bearer " + tokens.sender(appeal, turn)
                + "\r\nContent-Type: application/json\r\nIdempotency-Key: " + appeal.commandId(turn)
                + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }
}
