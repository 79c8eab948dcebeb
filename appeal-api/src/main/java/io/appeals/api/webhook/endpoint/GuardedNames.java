package io.appeals.api.webhook.endpoint;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks names up for the client that sends webhooks, and gives it allowed addresses only. The client connects to exactly
 * these, so a name that means something else a moment later gains nothing.
 */
final class GuardedNames implements DnsResolver {

    private final AddressRules rules;
    private final DnsResolver names;

    GuardedNames(AddressRules rules, DnsResolver names) {
        this.rules = rules;
        this.names = names;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = names.resolve(host);
        // One closed address among open ones is enough to refuse: no honest public name has any.
        if (addresses == null || !Arrays.stream(addresses).allMatch(rules::allow)) {
            throw new ClosedAddressException(host);
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
