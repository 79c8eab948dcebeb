package io.appeals.api.alertmanager;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Alertmanagers that alerts are posted to: each of them, since the members of a cluster do not share alerts. */
final class Alertmanagers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Alertmanagers.class);
    private static final Timeout PATIENCE = Timeout.of(Duration.ofSeconds(10));
    private static final int MOST_TOLD = 300;

    private final List<AlertmanagerAddress> addresses;
    private final AlertmanagerMetrics metrics;
    private final Map<AlertmanagerAddress, String> troubles = new ConcurrentHashMap<>();
    private final CloseableHttpClient client = HttpClients.custom()
            .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                    .setDefaultConnectionConfig(ConnectionConfig.custom()
                            .setConnectTimeout(PATIENCE)
                            .setSocketTimeout(PATIENCE)
                            .build())
                    .build())
            .setDefaultRequestConfig(
                    RequestConfig.custom().setResponseTimeout(PATIENCE).build())
            .setUserAgent("appeals-alerts/1")
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .build();

    Alertmanagers(List<AlertmanagerAddress> addresses, AlertmanagerMetrics metrics) {
        this.addresses = List.copyOf(addresses);
        this.metrics = metrics;
    }

    /**
     * Posts to each.
     *
     * @return whether at least one has taken it; the others hear what is open when it is posted again
     */
    boolean post(byte[] alerts) {
        boolean taken = false;
        for (AlertmanagerAddress address : addresses) {
            Result result = attempt(address, alerts);
            if (!result.problem().isEmpty()) {
                metrics.failed();
            }
            tell(address, result.problem());
            taken |= result.taken();
        }
        return taken;
    }

    /** What is wrong at the moment, by address; empty while all is well. */
    Map<AlertmanagerAddress, String> troubles() {
        return Map.copyOf(troubles);
    }

    /** Once when it begins and once when it is over, however long it takes. */
    private void tell(AlertmanagerAddress address, String problem) {
        String before = problem.isEmpty() ? troubles.remove(address) : troubles.put(address, problem);
        if (before == null && !problem.isEmpty()) {
            LOG.warn("SLA alerts do not get through to Alertmanager at {}: {}", address, problem);
        } else if (before != null && problem.isEmpty()) {
            LOG.info("SLA alerts get through to Alertmanager at {} again", address);
        }
    }

    /** @param problem empty if there is none */
    private record Result(boolean taken, String problem) {}

    private Result attempt(AlertmanagerAddress address, byte[] alerts) {
        HttpPost request = new HttpPost(address.url());
        request.setEntity(new ByteArrayEntity(alerts, ContentType.APPLICATION_JSON));
        address.authorization().ifPresent(value -> request.setHeader(HttpHeaders.AUTHORIZATION, value));
        try {
            return client.execute(request, Alertmanagers::result);
        } catch (IOException e) {
            return new Result(false, e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    /** A bad request stays one: what was good in it has been taken, and the rest never will be. */
    private static Result result(ClassicHttpResponse response) throws IOException, ParseException {
        int status = response.getCode();
        String said = response.getEntity() == null ? "" : EntityUtils.toString(response.getEntity(), MOST_TOLD);
        return status / 100 == 2
                ? new Result(true, "")
                : new Result(
                        status == HttpStatus.SC_BAD_REQUEST,
                        "HTTP " + status + " " + said.strip().replace('\n', ' '));
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }
}
