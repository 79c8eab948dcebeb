package io.appeals.api.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpResponseDecoder;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Connections that stay open, all served by one thread: a client that takes as little as possible of the processors that
 * it shares with what it measures.
 */
final class HttpConnections implements AutoCloseable {

    private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final URI api;

    HttpConnections(URI api) {
        this.api = api;
    }

    /** The value of the header Host. */
    String host() {
        return api.getAuthority();
    }

    /** @param answers hears what comes back, decoded as HTTP */
    Channel connect(Supplier<ChannelHandler> answers) throws IOException, InterruptedException {
        Bootstrap bootstrap = new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline().addLast(new HttpResponseDecoder(), answers.get());
                    }
                });
        var connected = bootstrap.connect(api.getHost(), api.getPort()).await();
        if (!connected.isSuccess()) {
            throw new IOException("no connection to " + api, connected.cause());
        }
        return connected.channel();
    }

    @Override
    public void close() {
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
    }
}
