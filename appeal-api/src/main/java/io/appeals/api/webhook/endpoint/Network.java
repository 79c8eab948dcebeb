package io.appeals.api.webhook.endpoint;

import java.net.InetAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of addresses, written as in {@code 10.0.0.0/8} or {@code fc00::/7}; a single address is a range of one.
 *
 * @param address the first bits of which count
 * @param bits how many
 */
record Network(byte[] address, int bits) {

    private static final Pattern CIDR =
            Pattern.compile("((?:\\d{1,3}\\.){3}\\d{1,3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)(?:/(\\d{1,3}))?");

    /** @throws IllegalArgumentException when it is no range of addresses */
    static Network of(String cidr) {
        Matcher matcher = CIDR.matcher(cidr.strip());
        if (!matcher.matches()) {
            throw noNetwork(cidr);
        }
        byte[] address = literal(cidr, matcher.group(1));
        int bits = matcher.group(2) == null ? address.length * 8 : Integer.parseInt(matcher.group(2));
        if (bits > address.length * 8) {
            throw noNetwork(cidr);
        }
        return new Network(address, bits);
    }

    boolean contains(byte[] other) {
        if (other.length != address.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >>> (bit % 8);
            if ((other[bit / 8] & mask) != (address[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static byte[] literal(String cidr, String address) {
        try {
            // The pattern lets no name through, so nothing is looked up.
            return InetAddress.ofLiteral(address).getAddress();
        } catch (IllegalArgumentException e) {
            throw noNetwork(cidr);
        }
    }

    private static IllegalArgumentException noNetwork(String cidr) {
        return new IllegalArgumentException("'" + cidr + "' is no network such as 10.0.0.0/8 or fd00::/8");
    }
}
