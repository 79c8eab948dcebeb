package io.appeals.api.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointRulesTest {

    private static final DnsResolver NAMES = new KnownNames(Map.of(
            "public.example", new String[] {"93.184.216.34"},
            "internal.example", new String[] {"10.0.0.5"},
            "mixed.example", new String[] {"93.184.216.34", "127.0.0.1"}));

    private static final EndpointRules RULES = new EndpointRules(false, AddressRules.opening(""), NAMES);

    @Test
    void aPublicHttpsAddressIsTakenAlsoWhileItsNameIsNotKnownYet() {
        assertThat(RULES.refusal("https://public.example/hooks?tenant=4")).isEmpty();
        assertThat(RULES.refusal("https://public.example:8443/")).isEmpty();
        assertThat(RULES.refusal("https://not-yet.example/hooks")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://public.example/, allow-http",
        "ftp://public.example/, https://",
        "public.example/hooks, https://",
        "https:///hooks, no host",
        "https://public.example:99999/, port",
        "https://public.example:0/, port",
        "https://user:pass@public.example/, user name",
        "https://public.example/#top, fragment",
        "https://public example/, no URL",
        "https://internal.example/, allowed-networks",
        "https://mixed.example/, allowed-networks",
        "https://127.0.0.1/, allowed-networks",
        "https://[::1]/, allowed-networks",
        "https://[::ffff:127.0.0.1]/, allowed-networks",
        "https://169.254.169.254/latest/meta-data/, allowed-networks"
    })
    void everythingElseIsRefusedWithWhatToDo(String url, String because) {
        assertThat(RULES.refusal(url))
                .hasValueSatisfying(reason -> assertThat(reason).contains(because));
    }

    @Test
    void theRefusalDoesNotSayWhatANameMeansInOurNetwork() {
        assertThat(RULES.refusal("https://internal.example/").orElseThrow()).doesNotContain("10.0.0.5");
    }

    @Test
    void theOperatorMayAllowHttpAndNetworks() {
        EndpointRules open = new EndpointRules(true, AddressRules.opening("127.0.0.0/8,10.0.0.0/8"), NAMES);
        assertThat(open.refusal("http://127.0.0.1:9000/hooks")).isEmpty();
        assertThat(open.refusal("http://internal.example/")).isEmpty();
        assertThat(open.refusal("http://192.168.0.1/")).isPresent();
    }

    /** Names with fixed meanings; literals mean themselves. */
    record KnownNames(Map<String, String[]> names) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            String[] known = names.get(host);
            if (known != null) {
                InetAddress[] addresses = new InetAddress[known.length];
                for (int i = 0; i < known.length; i++) {
                    addresses[i] = InetAddress.ofLiteral(known[i]);
                }
                return addresses;
            }
            try {
                return new InetAddress[] {InetAddress.ofLiteral(host)};
            } catch (IllegalArgumentException e) {
                throw new UnknownHostException(host);
            }
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
