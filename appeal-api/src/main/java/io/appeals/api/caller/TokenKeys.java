package io.appeals.api.caller;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import io.appeals.api.settings.InvalidSetting;
import io.appeals.api.settings.Setting;
import io.appeals.api.settings.Settings;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import org.jspecify.annotations.Nullable;

/** Where the keys come from that tokens are verified with: the identity provider's, or the node's own for a trial. */
@Factory
class TokenKeys {

    /**
     * The provider's are fetched when first needed, kept, fetched again for an unknown key id, and used on while the
     * provider is away. Made at the start, so that a node which could believe nobody does not start.
     */
    @Bean
    @Context
    JWKSource<SecurityContext> keys(Settings settings, @Nullable DevKey devKey) {
        if (settings.isGiven(Setting.SECURITY_JWKS_URL)) {
            return ofProvider(settings, devKey);
        }
        if (devKey != null) {
            return new ImmutableJWKSet<>(new JWKSet(devKey.publicKey()));
        }
        throw new InvalidSetting(
                Setting.SECURITY_JWKS_URL,
                "say where the keys of your identity provider are, or, for a trial on your own machine, set "
                        + Setting.SECURITY_DEV_TOKENS.key() + "=true");
    }

    private static JWKSource<SecurityContext> ofProvider(Settings settings, @Nullable DevKey devKey) {
        if (devKey != null) {
            throw new InvalidSetting(
                    Setting.SECURITY_DEV_TOKENS,
                    "a node that trusts an identity provider gives no tokens itself; leave this or "
                            + Setting.SECURITY_JWKS_URL.key() + " out");
        }
        return JWKSourceBuilder.create(jwksUrl(settings))
                .retrying(true)
                .outageTolerant(true)
                .build();
    }

    private static URL jwksUrl(Settings settings) {
        String url = settings.text(Setting.SECURITY_JWKS_URL);
        try {
            return URI.create(url).toURL();
        } catch (MalformedURLException | IllegalArgumentException e) {
            throw new InvalidSetting(Setting.SECURITY_JWKS_URL, "'" + url + "' is no URL");
        }
    }
}
