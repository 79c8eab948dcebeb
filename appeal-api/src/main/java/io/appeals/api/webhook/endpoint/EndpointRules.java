package io.appeals.api.webhook.endpoint;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Optional;
import org.apache.hc.client5.http.DnsResolver;

/** Which addresses a subscription may name. What a name leads to is asked again whenever something is sent. */
public final class EndpointRules {

    private static final int LONGEST = 2_000;
    private static final int HIGHEST_PORT = 65_535;

    private final boolean plainHttp;
    private final AddressRules addresses;
    private final DnsResolver names;

    /** @param plainHttp whether {@code http} is allowed beside {@code https} */
    public EndpointRules(boolean plainHttp, AddressRules addresses, DnsResolver names) {
        this.plainHttp = plainHttp;
        this.addresses = addresses;
        this.names = names;
    }

    /** Why webhooks may not go there; empty when they may. A name that is not known yet is none of our business. */
    public Optional<String> refusal(String url) {
        if (url.length() > LONGEST) {
            return Optional.of("it is longer than " + LONGEST + " characters");
        }
        try {
            URI uri = new URI(url);
            return refusalOfForm(uri).or(() -> refusalOfHost(uri.getHost()));
        } catch (URISyntaxException e) {
            return Optional.of("it is no URL: " + e.getReason());
        }
    }

    private Optional<String> refusalOfForm(URI uri) {
        boolean http = "http".equalsIgnoreCase(uri.getScheme());
        if (!http && !"https".equalsIgnoreCase(uri.getScheme())) {
            return Optional.of("expected a URL that begins with https://" + (plainHttp ? " or http://" : ""));
        }
        if (http && !plainHttp) {
            return Optional.of("expected https; the operator may allow http (appeals.webhooks.allow-http)");
        }
        if (uri.getHost() == null) {
            return Optional.of("it names no host");
        }
        if (uri.getPort() == 0 || uri.getPort() > HIGHEST_PORT) {
            return Optional.of("its port is not one from 1 to " + HIGHEST_PORT);
        }
        if (uri.getRawUserInfo() != null) {
            return Optional.of("it holds a user name; receivers know us by the signature");
        }
        return uri.getRawFragment() == null
                ? Optional.empty()
                : Optional.of("it has a fragment (#), which no receiver would see");
    }

    private Optional<String> refusalOfHost(String host) {
        try {
            new GuardedNames(addresses, names).resolve(bare(host));
            return Optional.empty();
        } catch (ClosedAddressException e) {
            return Optional.ofNullable(e.getMessage());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Java itself takes IPv6 addresses with or without brackets, other resolvers only without. */
    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
