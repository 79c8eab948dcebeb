package io.appeals.api.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.api.http.LiveApi;
import io.appeals.api.http.Person;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody who sends commands and does not read the answers. */
@Tag("broker")
@Timeout(120)
class SlowReaderTest {

    /** What fits into the buffers of both systems' sockets stays far below this. */
    private static final long FAR_TOO_MUCH = 64L << 20;

    private static final int LINES_A_CHUNK = 50;
    private static final long STANDS_STILL_NANOS = 3_000_000_000L;

    @RegisterExtension
    static final LiveApi live = new LiveApi();

    private final Person platform = live.api().with("platform", "marketplace");
    private final AtomicLong sentBytes = new AtomicLong();
    private volatile boolean enough;

    @Test
    void whoDoesNotReadAnswersIsReadNoFurtherHurtsNobodyAndLosesNothing() throws Exception {
        URI api = live.api().uri();
        try (Socket slow = new Socket()) {
            slow.setReceiveBufferSize(16 << 10);
            slow.connect(new InetSocketAddress(api.getHost(), api.getPort()));
            CompletableFuture<Long> sender = sendWithoutReading(slow);

            long held = bytesTakenUntilItStandsStill();

            assertThat(held).as("bytes that the node took in").isPositive().isLessThan(FAR_TOO_MUCH);
            anotherStreamIsAnswered();

            enough = true;
            assertThat(answersReadToTheEnd(slow)).isEqualTo(sender.join());
        }
    }

    /** The number of lines that were sent, once they all are. */
    private CompletableFuture<Long> sendWithoutReading(Socket socket) throws IOException {
        OutputStream request = socket.getOutputStream();
        request.write("""
                POST /v1/commands HTTP/1.1\r
                host: localhost\r
                authorization: Bearer %s\r
                content-type: application/x-ndjson\r
                transfer-encoding: chunked\r
                \r
                """.formatted(platform.token()).getBytes(UTF_8));
        byte[] chunk = chunk();
        CompletableFuture<Long> lines = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                long sent = 0;
                while (!enough && sentBytes.get() < FAR_TOO_MUCH) {
                    request.write(chunk);
                    sentBytes.addAndGet(chunk.length);
                    sent += LINES_A_CHUNK;
                }
                request.write("0\r\n\r\n".getBytes(UTF_8));
                request.flush();
                lines.complete(sent);
            } catch (IOException e) {
                lines.completeExceptionally(e);
            }
        });
        return lines;
    }

    /** Messages to an appeal that does not exist: decided by its owner as any other, and refused. */
    private static byte[] chunk() {
        String line = """
                {"type": "PostMessage", "sellerId": "S-slow-%s", "subject": {"type": "LISTING", "reference": "L-1"}, "body": "%s"}
                """.formatted(UUID.randomUUID(), "z".repeat(300));
        byte[] lines = line.repeat(LINES_A_CHUNK).getBytes(UTF_8);
        return (Integer.toHexString(lines.length) + "\r\n" + new String(lines, UTF_8) + "\r\n").getBytes(UTF_8);
    }

    private long bytesTakenUntilItStandsStill() throws InterruptedException {
        long taken = sentBytes.get();
        long since = System.nanoTime();
        while (taken < FAR_TOO_MUCH && (taken == 0 || System.nanoTime() - since < STANDS_STILL_NANOS)) {
            Thread.sleep(50);
            if (sentBytes.get() > taken) {
                taken = sentBytes.get();
                since = System.nanoTime();
            }
        }
        return taken;
    }

    private void anotherStreamIsAnswered() {
        String opening = """
                {"type": "OpenAppeal", "sellerId": "S-%s", "subject": {"type": "LISTING", "reference": "L-1"},\
                 "category": "PRODUCT_AUTHENTICITY", "statement": "They are genuine."}
                """.formatted(UUID.randomUUID());
        long asked = System.nanoTime();
        assertThat(platform.with("content-type", "application/x-ndjson")
                        .send("POST", "/v1/commands", opening)
                        .isOk()
                        .body())
                .contains("ACCEPTED");
        assertThat(System.nanoTime() - asked).as("nanoseconds").isLessThan(2_000_000_000L);
    }

    private static long answersReadToTheEnd(Socket socket) throws IOException {
        BufferedReader response = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        long answers = 0;
        for (String line = response.readLine(); line != null && !line.equals("0"); line = response.readLine()) {
            int start = line.indexOf("{\"line\":");
            if (start >= 0) {
                answers++;
                assertThat(line).startsWith("{\"line\":" + answers + ",");
            }
        }
        return answers;
    }
}
