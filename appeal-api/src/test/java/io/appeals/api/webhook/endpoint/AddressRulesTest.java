package io.appeals.api.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {

    private static final AddressRules RULES = AddressRules.opening("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "93.184.216.34",
                "172.15.255.255",
                "172.32.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "2606:2800:220:1:248:1893:25c8:1946",
                "2a00:1450:4001:80b::200e",
                "64:ff9b::808:808",
                "2002:808:808::1"
            })
    void publicAddressesAreAllowed(String address) {
        assertThat(RULES.allow(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.100.100.200",
                "192.0.0.192",
                "168.63.129.16",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "2001:db8::1",
                "::7f00:1",
                "64:ff9b::7f00:1",
                "64:ff9b::a9fe:a9fe",
                "2002:7f00:1::1",
                "2002:a9fe:a9fe::1"
            })
    void addressesOfOurOwnNetworksAndTheCloudsMetadataAreNot(String address) {
        assertThat(RULES.allow(InetAddress.ofLiteral(address))).isFalse();
    }

    @Test
    void anIpv4AddressInsideAnIpv6OneIsJudgedAsThat() throws UnknownHostException {
        assertThat(RULES.allow(mapped(127, 0, 0, 1))).isFalse();
        assertThat(RULES.allow(mapped(169, 254, 169, 254))).isFalse();
        assertThat(RULES.allow(mapped(8, 8, 8, 8))).isTrue();
    }

    /** As a resolver may give it; Java's own factories would turn it into an IPv4 address. */
    private static Inet6Address mapped(int a, int b, int c, int d) throws UnknownHostException {
        byte[] bytes = new byte[16];
        bytes[10] = -1;
        bytes[11] = -1;
        bytes[12] = (byte) a;
        bytes[13] = (byte) b;
        bytes[14] = (byte) c;
        bytes[15] = (byte) d;
        return Inet6Address.getByAddress("mapped", bytes, 0);
    }

    @Test
    void theOperatorMayOpenNetworks() {
        AddressRules opened = AddressRules.opening("127.0.0.0/8, fd00::/8,10.1.2.3");
        assertThat(opened.allow(InetAddress.ofLiteral("127.0.0.1"))).isTrue();
        assertThat(opened.allow(InetAddress.ofLiteral("fd12::1"))).isTrue();
        assertThat(opened.allow(InetAddress.ofLiteral("10.1.2.3"))).isTrue();
        assertThat(opened.allow(InetAddress.ofLiteral("10.1.2.4"))).isFalse();
        assertThat(opened.allow(InetAddress.ofLiteral("192.168.0.1"))).isFalse();
        assertThat(opened.allow(InetAddress.ofLiteral("::1"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "10.0.0.0/33", "10.0.0/8", "fd00::/129", "10.0.0.0/x", "1.2.3.4.5"})
    void whatIsNoNetworkIsNamed(String text) {
        assertThatThrownBy(() -> AddressRules.opening(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
    }
}
