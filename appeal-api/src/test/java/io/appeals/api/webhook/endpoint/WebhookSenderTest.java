package io.appeals.api.webhook.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import io.appeals.api.webhook.Receiver;
import io.appeals.api.webhook.signature.KeyRing;
import io.appeals.api.webhook.signature.SignatureScheme;
import io.appeals.api.webhook.signature.SignedMessage;
import io.appeals.api.webhook.signature.SigningKey;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One attempt, on real connections to receivers of this machine. */
class WebhookSenderTest {

    private static final Duration LIMIT = Duration.ofMillis(800);
    private static final SigningKey SECRET = SignatureScheme.V1.newKey();
    private static final String BODY = "{\"type\":\"webhook.test\"}";

    private final Receiver receiver = Receiver.start();
    private final PatientNames names = new PatientNames(LIMIT);
    private final WebhookSender sender = new WebhookSender(AddressRules.opening("127.0.0.0/8"), names, LIMIT);

    @AfterEach
    void stop() {
        sender.close();
        names.close();
        receiver.close();
    }

    @Test
    void aReceiverGetsTheSignedBody() throws Exception {
        assertThat(sender.send(receiver.url(), message())).isEqualTo(new Answer.Received(204));

        Receiver.Request request = receiver.requests().getFirst();
        assertThat(request.body()).isEqualTo(BODY);
        assertThat(request.header("content-type")).startsWith("application/json");
        new Webhook(SECRET.written()).verify(request.body(), request.headers());
    }

    @Test
    void anAnswerOtherThan2xxIsAFailureAndARedirectionIsNotFollowed() {
        receiver.answer(307).with("Location", receiver.url() + "/elsewhere");
        assertThat(sender.send(receiver.url(), message())).isEqualTo(new Answer.Refused(307, null));
        assertThat(receiver.requests()).hasSize(1);

        receiver.answer(500);
        assertThat(sender.send(receiver.url(), message())).isEqualTo(new Answer.Refused(500, null));
        receiver.answer(410);
        assertThat(sender.send(receiver.url(), message())).isEqualTo(new Answer.Gone());
        receiver.answer(429).with("Retry-After", "7");
        assertThat(sender.send(receiver.url(), message())).isEqualTo(new Answer.Refused(429, Duration.ofSeconds(7)));
    }

    @Test
    void aReceiverThatStaysSilentIsGivenUpAfterTheTimeLimit() {
        receiver.delay(Duration.ofSeconds(30));
        Instant begun = Instant.now();
        Answer answer = sender.send(receiver.url(), message());
        assertThat(answer.problem()).contains("no answer within 0.8 s");
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aReceiverThatDripsItsAnswerIsGivenUpAfterTheTimeLimitToo() throws IOException {
        try (ServerSocket dripping = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> drip(dripping));
            Instant begun = Instant.now();
            Answer answer = sender.send("http://127.0.0.1:" + dripping.getLocalPort() + "/", message());
            assertThat(answer.problem()).contains("no answer within");
            assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(5));
        }
    }

    private static void drip(ServerSocket server) {
        try (Socket socket = server.accept();
                OutputStream out = socket.getOutputStream()) {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(UTF_8));
            for (int i = 0; i < 1_000; i++) {
                out.write(("X-" + i + ": slow\r\n").getBytes(UTF_8));
                out.flush();
                Thread.sleep(100);
            }
        } catch (IOException | InterruptedException _) {
            // The sender has hung up, which is what the test is about.
        }
    }

    @Test
    void anAnswerWithoutEndCountsByItsStatusAndIsCutOff() {
        receiver.endlessAnswer(200);
        Instant begun = Instant.now();
        assertThat(sender.send(receiver.url(), message())).isEqualTo(new Answer.Received(200));
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void whereNobodyListensOrNobodyIsKnownTheReasonIsTold() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertThat(sender.send("http://127.0.0.1:" + free + "/", message()).problem())
                .isEqualTo("nobody accepts connections there");
        assertThat(sender.send("http://no-such-host.invalid/", message()).problem())
                .contains("not known");
        assertThat(sender.send("https://127.0.0.1:" + receiver.port() + "/", message())
                        .problem())
                .isNotNull();
    }

    @Test
    void aNameThatWasPublicWhenSubscribedAndMeansOurOwnMachineNowIsNotConnectedTo() {
        AtomicInteger asked = new AtomicInteger();
        DnsResolver rebinding = new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) {
                String address = asked.getAndIncrement() == 0 ? "93.184.216.34" : "127.0.0.1";
                return new InetAddress[] {InetAddress.ofLiteral(address)};
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
        AddressRules rules = AddressRules.opening("");
        String url = "http://rebinding.example:" + receiver.port() + "/";
        assertThat(new EndpointRules(true, rules, rebinding).refusal(url)).isEmpty();

        try (WebhookSender strict = new WebhookSender(rules, rebinding, LIMIT)) {
            assertThat(strict.send(url, message()).problem()).contains("allowed-networks");
        }
        assertThat(asked).hasValue(2);
        assertThat(receiver.requests()).isEmpty();
    }

    private static SignedMessage message() {
        return SignedMessage.of("msg_1", BODY.getBytes(UTF_8), KeyRing.of(SECRET), Instant.now());
    }
}
