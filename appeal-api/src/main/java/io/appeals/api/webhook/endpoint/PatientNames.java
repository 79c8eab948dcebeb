package io.appeals.api.webhook.endpoint;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks names up on threads of its own, for a limited time. A look-up holds its thread in the operating system; on the few
 * threads that carry all virtual ones, a name server that does not answer would hold up every other webhook.
 */
public final class PatientNames implements DnsResolver, AutoCloseable {

    private static final int MOST_AT_ONCE = 1_000;
    private static final long IDLE_SECONDS = 10;

    private final Duration timeLimit;
    private final ExecutorService threads = new ThreadPoolExecutor(
            0,
            MOST_AT_ONCE,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().daemon().name("webhook-names-", 0).factory());

    public PatientNames(Duration timeLimit) {
        this.timeLimit = timeLimit;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        try {
            Future<InetAddress[]> addresses = threads.submit(() -> InetAddress.getAllByName(host));
            return addresses.get(timeLimit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw unknown(host, "");
        } catch (TimeoutException e) {
            throw unknown(host, " (no name server answered in time)");
        } catch (RejectedExecutionException e) {
            throw unknown(host, " (too many names are being looked up)");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(host, " (the node is stopping)");
        }
    }

    private static UnknownHostException unknown(String host, String why) {
        return new UnknownHostException(host + why);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
