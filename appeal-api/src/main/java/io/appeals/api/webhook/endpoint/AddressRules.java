package io.appeals.api.webhook.endpoint;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses webhooks may go to: those of the public internet, and what the operator allows besides. A subscriber
 * chooses the address and our node does the calling, so that without this anybody could reach what only our node reaches:
 * services on its own machine and network, and the cloud's metadata.
 */
public final class AddressRules {

    /** Not of the public internet, by the IANA special-purpose registries; and the metadata service that one cloud has outside them. */
    private static final List<Network> CLOSED = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "168.63.129.16",
                    "::/96",
                    "64:ff9b:1::/48",
                    "100::/64",
                    "2001::/23",
                    "2001:db8::/32",
                    "3fff::/20",
                    "5f00::/16",
                    "fc00::/7",
                    "fe80::/10",
                    "fec0::/10",
                    "ff00::/8")
            .map(Network::of)
            .toList();

    private static final Network NAT64 = Network.of("64:ff9b::/96");
    private static final Network SIX_TO_FOUR = Network.of("2002::/16");

    private final List<Network> opened;

    private AddressRules(List<Network> opened) {
        this.opened = opened;
    }

    /**
     * @param opened ranges that are allowed although they are not public, separated by commas
     * @throws IllegalArgumentException naming what is no range
     */
    public static AddressRules opening(String opened) {
        return new AddressRules(Arrays.stream(opened.split(","))
                .filter(range -> !range.isBlank())
                .map(Network::of)
                .toList());
    }

    public boolean allow(InetAddress address) {
        byte[] bytes = unwrapped(address.getAddress());
        return contains(opened, bytes) || !contains(CLOSED, bytes);
    }

    /** An IPv6 address that stands for an IPv4 one is judged as that: it leads to the same machine. */
    private static byte[] unwrapped(byte[] address) {
        if (isMapped(address) || NAT64.contains(address)) {
            return Arrays.copyOfRange(address, 12, 16);
        }
        return SIX_TO_FOUR.contains(address) ? Arrays.copyOfRange(address, 2, 6) : address;
    }

    /** {@code ::ffff:a.b.c.d}. Java turns most of them into IPv4 addresses itself, a resolver may not. */
    private static boolean isMapped(byte[] address) {
        if (address.length != 16 || address[10] != -1 || address[11] != -1) {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            if (address[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(List<Network> networks, byte[] address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }
}
