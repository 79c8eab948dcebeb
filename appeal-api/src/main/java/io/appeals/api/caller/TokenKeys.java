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
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;

/** Where the keys come from that tokens are verified with: the identity provider's, or the node's own for a trial. */
@Factory
class TokenKeys {

    /** Fetched when first needed, kept, fetched again for an unknown key id, and used on while the provider is away. */
    @Bean
    @Singleton
    JWKSource<SecurityContext> keys(Settings settings, Provider<DevKey> devKey) {
        if (settings.isGiven(Setting.SECURITY_JWKS_URL)) {
            return JWKSourceBuilder.create(jwksUrl(settings))
                    .retrying(true)
                    .outageTolerant(true)
                    .build();
        }
        if (settings.flag(Setting.SECURITY_DEV_TOKENS)) {
            return new ImmutableJWKSet<>(new JWKSet(devKey.get().publicKey()));
        }
        throw new InvalidSetting(
                Setting.SECURITY_JWKS_URL,
                "say where the keys of your identity provider are, or, for a trial on your own machine, set "
                        + Setting.SECURITY_DEV_TOKENS.key() + "=true");
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
