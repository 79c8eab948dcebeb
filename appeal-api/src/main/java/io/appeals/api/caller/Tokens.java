package io.appeals.api.caller;

import static java.util.Objects.requireNonNullElse;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.appeals.api.settings.Setting;
import io.appeals.api.settings.Settings;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns a bearer's token into the caller that it proves; a token is signed RS256 or ES256 and expires, or it proves nothing. */
@Singleton
class Tokens {

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);
    private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    Tokens(JWKSource<SecurityContext> keys, Settings settings) {
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, ACCESS_TOKEN, null));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                given(settings, Setting.SECURITY_AUDIENCE), expected(settings), Set.of("sub", "exp", "roles")));
    }

    /** Empty for a token that is forged, expired, meant for somebody else, or names no role of ours. */
    Optional<VerifiedCaller> verify(String token) {
        try {
            JWTClaimsSet claims = processor.process(token, null);
            Caller caller = caller(claims);
            return caller.roles().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new VerifiedCaller(
                            caller, claims.getExpirationTime().toInstant()));
        } catch (ParseException | BadJOSEException | JOSEException e) {
            return Optional.empty();
        }
    }

    /** Whoever is called a seller without saying which one is none: guessing would open somebody else's case. */
    private static Caller caller(JWTClaimsSet claims) throws ParseException {
        String sellerId = claims.getStringClaim("sellerId");
        Set<Role> roles = roles(claims);
        if (sellerId == null || sellerId.isBlank()) {
            roles.remove(Role.SELLER);
        }
        return new Caller(claims.getSubject(), roles, sellerId);
    }

    private static JWTClaimsSet expected(Settings settings) {
        String issuer = given(settings, Setting.SECURITY_ISSUER);
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder();
        return issuer == null ? claims.build() : claims.issuer(issuer).build();
    }

    private static @Nullable String given(Settings settings, Setting setting) {
        return settings.isGiven(setting) ? settings.text(setting) : null;
    }

    /** Identity providers write one role as a text, several as a list. */
    private static Set<Role> roles(JWTClaimsSet claims) {
        Object claim = requireNonNullElse(claims.getClaim("roles"), List.of());
        Collection<?> words = claim instanceof Collection<?> several ? several : List.of(claim);
        return words.stream()
                .flatMap(word -> Role.ofClaim(String.valueOf(word)).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }
}
