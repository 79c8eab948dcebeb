package io.appeals.api.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Somebody who receives webhooks, on a free port of this machine, and behaves as a test wants it. */
public final class Receiver implements AutoCloseable {

    /** A request as it came. */
    public record Request(Map<String, List<String>> headers, String body) {

        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .map(entry -> entry.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<Request> accepted = new CopyOnWriteArrayList<>();
    private final Map<String, String> headers = new ConcurrentHashMap<>();
    private volatile Function<Request, Integer> status = _ -> 204;
    private volatile Duration delay = Duration.ZERO;
    private volatile boolean endless;

    private Receiver(HttpServer server) {
        this.server = server;
    }

    public static Receiver start() {
        return start(0);
    }

    /** @param port 0 for any that is free */
    public static Receiver start(int port) {
        try {
            Receiver receiver = new Receiver(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024));
            receiver.server.setExecutor(receiver.threads);
            receiver.server.createContext("/", receiver::handle);
            receiver.server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port() + "/hooks";
    }

    /** What came so far, also what was refused. */
    public List<Request> requests() {
        return requests;
    }

    /** What came so far and was answered 2xx. */
    public List<Request> accepted() {
        return accepted;
    }

    /** From now on it answers with this status. */
    public Receiver answer(int code) {
        return answer(_ -> code);
    }

    public Receiver answer(Function<Request, Integer> byRequest) {
        headers.clear();
        endless = false;
        status = byRequest;
        return this;
    }

    public Receiver with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /** From now on it answers only after so long. */
    public Receiver delay(Duration time) {
        delay = time;
        return this;
    }

    /** From now on its answers never end. */
    public void endlessAnswer(int code) {
        answer(code);
        endless = true;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = new Request(
                    Map.copyOf(exchange.getRequestHeaders()),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            requests.add(request);
            int code = status.apply(request);
            if (code / 100 == 2) {
                accepted.add(request);
            }
            Thread.sleep(delay);
            headers.forEach(exchange.getResponseHeaders()::set);
            if (endless) {
                exchange.sendResponseHeaders(code, 0);
                writeForEver(exchange.getResponseBody());
            }
            exchange.sendResponseHeaders(code, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void writeForEver(OutputStream out) throws IOException {
        byte[] piece = new byte[8192];
        while (true) {
            out.write(piece);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
