package io.appeals.api.webhook.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What we sign is what receivers verify: with the library of Standard Webhooks, and with its published examples. */
class SignedMessageTest {

    private static final String ID = "msg_4f1c0c52-1111-5222-8333-0123456789ab";
    private static final String BODY =
            "{\"type\":\"AppealSubmitted\",\"data\":{\"statement\":\"The goods are genuine – 100 %.\"}}";
    private static final Instant NOW = Instant.now();

    /** Example of the specification and of its reference implementations. */
    private static final Instant EXAMPLE_TIME = Instant.ofEpochSecond(1_614_265_330);

    private static final String EXAMPLE_ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final byte[] EXAMPLE_BODY = "{\"test\": 2432232314}".getBytes(UTF_8);

    @Test
    void theStandardsLibraryVerifiesWhatASharedSecretSigned() throws Exception {
        SigningKey secret = SignatureScheme.V1.newKey();
        SignedMessage message = signed(KeyRing.of(secret), NOW);

        new Webhook(secret.written()).verify(BODY, headers(message));
    }

    @Test
    void anotherSecretBodyIdOrTimeIsNotVerified() throws Exception {
        SigningKey secret = SignatureScheme.V1.newKey();
        SignedMessage message = signed(KeyRing.of(secret), NOW);
        Webhook receiver = new Webhook(secret.written());

        isRefused(new Webhook(SignatureScheme.V1.newKey().written()), BODY, message);
        isRefused(receiver, BODY + " ", message);
        isRefused(
                receiver,
                BODY,
                new SignedMessage("msg_other", message.timestamp(), message.signatures(), message.body()));
        isRefused(receiver, BODY, new SignedMessage(ID, message.timestamp() + 1, message.signatures(), message.body()));
        isRefused(receiver, BODY, signed(KeyRing.of(secret), NOW.minus(Duration.ofMinutes(6))));
    }

    @Test
    void thePublishedExampleOfASharedSecretComesOutTheSame() {
        SigningKey secret = SigningKey.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        SignedMessage message = SignedMessage.of(EXAMPLE_ID, EXAMPLE_BODY, KeyRing.of(secret), EXAMPLE_TIME);
        assertThat(message.signatures()).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        assertThat(message.headers()).containsEntry("webhook-timestamp", "1614265330");
    }

    @Test
    void thePublishedExampleOfAnEd25519KeyComesOutTheSame() {
        SigningKey key = SigningKey.parse(
                "whsk_6Xb/dCcHpPea21PS1N9VY/NZW723CEc77N4rJCubMbfVKIDij2HKpMKkioLlX0dRqSKJp4AJ6p9lMicMFs6Kvg==");
        SignedMessage message = SignedMessage.of(EXAMPLE_ID, EXAMPLE_BODY, KeyRing.of(key), EXAMPLE_TIME);
        assertThat(message.signatures())
                .isEqualTo(
                        "v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg==");
        assertThat(key.verificationKey()).isEqualTo("whpk_1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4=");
    }

    @Test
    void whoeverHasThePublicKeyVerifiesWhatAFreshEd25519KeySigned() throws Exception {
        for (int i = 0; i < 20; i++) {
            SigningKey key = SignatureScheme.V1A.newKey();
            SignedMessage message = signed(KeyRing.of(key), NOW);
            String content = ID + "." + message.timestamp() + "." + BODY;

            assertThat(verifies(key.verificationKey(), content, message.signatures()))
                    .isTrue();
            assertThat(verifies(key.verificationKey(), content + " ", message.signatures()))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aKeyIsTheSameAfterItWasWrittenAndRead(SignatureScheme scheme) {
        SigningKey key = scheme.newKey();
        SigningKey read = SigningKey.parse(key.written());
        assertThat(read.written()).isEqualTo(key.written());
        assertThat(read.verificationKey()).isEqualTo(key.verificationKey());
        assertThat(read.sign(EXAMPLE_BODY)).isEqualTo(key.sign(EXAMPLE_BODY));
    }

    @Test
    void whatIsNoKeyIsRefused() {
        for (String text : List.of("", "secret", "whsec_c2hvcnQ=", "whsk_c2hvcnQ=", "whsec_%%%")) {
            assertThatThrownBy(() -> SigningKey.parse(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void afterARotationBothKeysSignUntilTheOldOneExpires() throws Exception {
        SigningKey old = SignatureScheme.V1.newKey();
        SigningKey next = SignatureScheme.V1.newKey();
        KeyRing rotated = KeyRing.of(old).rotated(next, NOW.plusSeconds(60));

        SignedMessage during = signed(rotated, NOW);
        assertThat(during.signatures().split(" ")).hasSize(2);
        new Webhook(old.written()).verify(BODY, headers(during));
        new Webhook(next.written()).verify(BODY, headers(during));

        SignedMessage after = signed(rotated, NOW.plusSeconds(60));
        assertThat(after.signatures().split(" ")).hasSize(1);
        new Webhook(next.written()).verify(BODY, headers(after));
        isRefused(new Webhook(old.written()), BODY, after);
    }

    @Test
    void onlyTheLatestTwoKeysSign() {
        KeyRing twice = KeyRing.of(SignatureScheme.V1.newKey())
                .rotated(SignatureScheme.V1A.newKey(), NOW.plusSeconds(60))
                .rotated(SignatureScheme.V1.newKey(), NOW.plusSeconds(60));
        assertThat(twice.validAt(NOW))
                .extracting(SigningKey::scheme)
                .containsExactly(SignatureScheme.V1, SignatureScheme.V1A);
    }

    @Test
    void anIdWithAFullStopCouldPassForContentAndIsRefused() {
        KeyRing keys = KeyRing.of(SignatureScheme.V1.newKey());
        assertThatThrownBy(() -> SignedMessage.of("msg.1", EXAMPLE_BODY, keys, NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static SignedMessage signed(KeyRing keys, Instant time) {
        return SignedMessage.of(ID, BODY.getBytes(UTF_8), keys, time);
    }

    private static Map<String, List<String>> headers(SignedMessage message) {
        return message.headers().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
    }

    private static void isRefused(Webhook receiver, String body, SignedMessage message) {
        assertThatCode(() -> receiver.verify(body, headers(message))).isInstanceOf(WebhookVerificationException.class);
    }

    /** As a receiver does it who knows nothing but RFC 8032: the key is y in little-endian order with x's sign in the last bit. */
    private static boolean verifies(String publicKey, String content, String signature) throws Exception {
        byte[] littleEndian = Base64.getDecoder().decode(publicKey.substring("whpk_".length()));
        boolean xOdd = (littleEndian[31] & 0x80) != 0;
        byte[] bigEndian = new byte[32];
        for (int i = 0; i < 32; i++) {
            bigEndian[i] = littleEndian[31 - i];
        }
        bigEndian[0] &= 0x7F;
        EdECPoint point = new EdECPoint(xOdd, new BigInteger(1, bigEndian));
        PublicKey key = KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(key);
        verifier.update(content.getBytes(UTF_8));
        String[] parts = signature.split(",");
        assertThat(Arrays.asList(parts)).first().isEqualTo("v1a");
        return verifier.verify(Base64.getDecoder().decode(parts[1]));
    }
}
