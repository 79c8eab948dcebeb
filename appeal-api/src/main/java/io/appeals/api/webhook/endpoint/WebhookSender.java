package io.appeals.api.webhook.endpoint;

import io.appeals.api.webhook.signature.SignedMessage;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one attempt to deliver one webhook. It connects to allowed addresses only, follows no redirection, goes through no
 * proxy, reads little of an answer and never takes longer than its time limit, whatever the receiver does.
 */
public final class WebhookSender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);
    private static final int MOST_READ = 16 * 1024;
    private static final int MOST_CONNECTIONS = 10_000;
    private static final TimeValue CONNECTION_LIFETIME = TimeValue.ofMinutes(1);

    private final CloseableHttpClient client;
    private final ScheduledExecutorService timer;
    private final Duration timeLimit;

    /**
     * @param names how host names become addresses
     * @param timeLimit for one attempt, from the first look-up to the end of the answer
     */
    public WebhookSender(AddressRules addresses, DnsResolver names, Duration timeLimit) {
        this.timeLimit = timeLimit;
        this.client = HttpClients.custom()
                .setConnectionManager(connections(addresses, names, timeLimit))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(timeLimit))
                        .setResponseTimeout(Timeout.of(timeLimit))
                        .build())
                .setUserAgent("appeals-webhooks/1")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("webhook-time-limit").factory());
    }

    private static PoolingHttpClientConnectionManager connections(
            AddressRules addresses, DnsResolver names, Duration timeLimit) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new GuardedNames(addresses, names))
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(timeLimit))
                        .setSocketTimeout(Timeout.of(timeLimit))
                        // A name is looked up again now and then, also where its receiver is always busy.
                        .setTimeToLive(CONNECTION_LIFETIME)
                        .build())
                .build();
    }

    /** Blocks until there is an answer or the time limit has passed. */
    public Answer send(String url, SignedMessage message) {
        HttpPost request = request(url, message);
        AtomicBoolean expired = new AtomicBoolean();
        ScheduledFuture<?> limit = timer.schedule(
                () -> {
                    expired.set(true);
                    request.cancel();
                },
                timeLimit.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            return answer(request);
        } catch (IOException | IllegalStateException e) {
            return new Answer.Unreachable(expired.get() ? tooLate() : reason(e));
        } finally {
            limit.cancel(false);
        }
    }

    private static HttpPost request(String url, SignedMessage message) {
        HttpPost request = new HttpPost(url);
        message.headers().forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(message.body(), ContentType.APPLICATION_JSON));
        return request;
    }

    private Answer answer(HttpPost request) throws IOException {
        ClassicHttpResponse response = client.executeOpen(null, request, null);
        try {
            return Answer.of(
                    response.getCode(), RetryAfter.parse(header(response, HttpHeaders.RETRY_AFTER), Instant.now()));
        } finally {
            release(request, response);
        }
    }

    /** The status counts, whatever becomes of the rest. */
    private static void release(HttpPost request, ClassicHttpResponse response) {
        try (response) {
            if (!isShort(response.getEntity())) {
                // Closing would read the rest; what does not end soon is cut off with its connection.
                request.cancel();
            }
        } catch (IOException e) {
            LOG.debug("a receiver's answer was not read to its end", e);
        }
    }

    private static @Nullable String header(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    /** Reads the answer so that its connection can be used again, unless it is long. */
    private static boolean isShort(@Nullable HttpEntity entity) throws IOException {
        return entity == null || entity.getContent().readNBytes(MOST_READ).length < MOST_READ;
    }

    private String reason(Exception e) {
        return switch (e) {
            case ClosedAddressException closed -> String.valueOf(closed.getMessage());
            case UnknownHostException unknown -> "the host's name is not known: " + unknown.getMessage();
            case ConnectException _ -> "nobody accepts connections there";
            case InterruptedIOException _ -> tooLate();
            case SSLException tls -> "no secure connection: " + tls.getMessage();
            default -> "the connection broke before there was an answer";
        };
    }

    private String tooLate() {
        return "no answer within " + (timeLimit.toMillis() / 1000.0) + " s";
    }

    @Override
    public void close() {
        timer.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }
}
