package io.appeals.api.caller;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import io.appeals.api.http.Answer;
import io.appeals.api.http.RunningApi;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Whose word the API takes: tokens of the configured identity provider, signed RS256 or ES256, and no others. */
@TestInstance(Lifecycle.PER_CLASS)
class TokensTest {

    private final RSAKey rsa = rsaKey("rsa-1");
    private final ECKey elliptic = ellipticKey("ec-1");
    private final HttpServer provider;
    private final RunningApi api;

    /** An identity provider, and a node that trusts it. */
    TokensTest() throws JOSEException, IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] keys = new JWKSet(List.of(rsa.toPublicJWK(), elliptic.toPublicJWK()))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        provider.createContext("/keys", exchange -> {
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        provider.start();
        api = RunningApi.start(Map.of(
                "appeals.security.dev-tokens", "false",
                "appeals.security.jwks-url",
                        "http://127.0.0.1:" + provider.getAddress().getPort() + "/keys",
                "appeals.security.issuer", "https://id.example",
                "appeals.security.audience", "appeals"));
    }

    @AfterAll
    void stop() {
        api.close();
        provider.stop(0);
    }

    @Test
    void aTokenSignedRs256OrEs256ByAKeyOfTheProviderIsTaken() throws JOSEException {
        ask(signed(usual().build(), JWSAlgorithm.RS256, rsa.getKeyID(), new RSASSASigner(rsa)))
                .isOk();
        ask(signed(usual().build(), JWSAlgorithm.ES256, elliptic.getKeyID(), new ECDSASigner(elliptic)))
                .isOk();
    }

    @Test
    void anIdentityProviderMayWriteOneRoleAsAText() throws JOSEException {
        ask(es256(usual().claim("roles", "analyst").build())).isOk();
    }

    @Test
    void aTokenOfAnotherKeyIsNotTaken() throws JOSEException {
        ECKey foreign = ellipticKey("ec-1");
        isRefused(signed(usual().build(), JWSAlgorithm.ES256, "ec-1", new ECDSASigner(foreign)));
    }

    @Test
    void aTokenWithoutSignatureIsNotTaken() {
        isRefused(new PlainJWT(usual().build()).serialize());
    }

    @Test
    void aTokenSignedWithThePublicKeyAsIfItWereASecretIsNotTaken() throws JOSEException {
        byte[] publicKey = rsa.toRSAPublicKey().getEncoded();
        isRefused(signed(usual().build(), JWSAlgorithm.HS256, rsa.getKeyID(), new MACSigner(publicKey)));
    }

    @Test
    void aTokenOfAnotherAlgorithmIsNotTaken() throws JOSEException {
        isRefused(signed(usual().build(), JWSAlgorithm.RS512, rsa.getKeyID(), new RSASSASigner(rsa)));
    }

    @Test
    void aTokenThatHasExpiredOrNeverDoesIsNotTaken() throws JOSEException {
        isRefused(es256(usual().expirationTime(Date.from(Instant.now().minusSeconds(120)))
                .build()));
        isRefused(es256(usual().expirationTime(null).build()));
    }

    @Test
    void aTokenForSomebodyElseIsNotTaken() throws JOSEException {
        isRefused(es256(usual().audience("other").build()));
        isRefused(es256(usual().issuer("https://other.example").build()));
    }

    @Test
    void aTokenWithoutSubjectOrWithoutAKnownRoleIsNotTaken() throws JOSEException {
        isRefused(es256(usual().subject(null).build()));
        isRefused(es256(usual().claim("roles", List.of("gardener")).build()));
        isRefused(es256(usual().claim("roles", null).build()));
    }

    @Test
    void aSellerWhoseTokenNamesNoSellerIsNobody() throws JOSEException {
        isRefused(es256(usual().claim("roles", List.of("seller")).build()));
        ask(es256(usual().claim("roles", List.of("seller"))
                        .claim("sellerId", "S-1")
                        .build()))
                .isOk();
    }

    @Test
    void aNodeThatTrustsAProviderGivesNoTokensItself() {
        api.anybody()
                .post("/v1/dev/token", "{\"role\":\"admin\",\"id\":\"me\"}")
                .isProblem(404, "not-found");
    }

    private Answer ask(String token) {
        return api.anybody().withToken(token).get("/v1/categories");
    }

    private void isRefused(String token) {
        Answer refused = ask(token).isProblem(401, "unauthenticated");
        assertThat(refused.header("www-authenticate")).startsWith("Bearer");
    }

    private static JWTClaimsSet.Builder usual() {
        return new JWTClaimsSet.Builder()
                .subject("an-1")
                .issuer("https://id.example")
                .audience("appeals")
                .claim("roles", List.of("analyst"))
                .expirationTime(Date.from(Instant.now().plusSeconds(300)));
    }

    private String es256(JWTClaimsSet claims) throws JOSEException {
        return signed(claims, JWSAlgorithm.ES256, elliptic.getKeyID(), new ECDSASigner(elliptic));
    }

    private static String signed(JWTClaimsSet claims, JWSAlgorithm algorithm, String keyId, JWSSigner signer)
            throws JOSEException {
        SignedJWT token =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims);
        token.sign(signer);
        return token.serialize();
    }

    private static RSAKey rsaKey(String id) throws JOSEException {
        return new RSAKeyGenerator(2048).keyID(id).generate();
    }

    private static ECKey ellipticKey(String id) throws JOSEException {
        return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    }
}
