package io.appeals.api.caller;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.appeals.api.settings.Setting;
import io.appeals.api.settings.Settings;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Signs tokens for a trial on one's own machine. */
@Singleton
@Requires(bean = DevKey.class)
class DevTokens {

    private final DevKey key;
    private final Duration lifetime;
    private final Clock clock = Clock.systemUTC();

    DevTokens(DevKey key, Settings settings) {
        this.key = key;
        this.lifetime = settings.duration(Setting.SECURITY_DEV_TOKEN_LIFETIME);
    }

    /** A signed token and the second at which it expires. */
    record Signed(String token, Instant expiresAt) {}

    Signed sign(Role role, String id, @Nullable String sellerId) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant expiresAt = now.plus(lifetime);
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject(id)
                .claim("roles", List.of(role.claim()))
                .claim("sellerId", sellerId)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(expiresAt))
                .build();
        return new Signed(serialize(claims), expiresAt);
    }

    private String serialize(JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(key.signingKey().getKeyID())
                            .build(),
                    claims);
            token.sign(new ECDSASigner(key.signingKey()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("the key signs ES256 and nothing else", e);
        }
    }
}
