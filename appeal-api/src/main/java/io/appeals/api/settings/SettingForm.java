package io.appeals.api.settings;

import io.micronaut.core.convert.ConversionService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What a setting's text must look like. */
@FunctionalInterface
interface SettingForm {

    SettingForm TEXT = value -> Optional.empty();

    SettingForm NAME = value -> value.isBlank() ? Optional.of("must not be empty") : Optional.empty();

    SettingForm FLAG =
            value -> expected(value.equals("true") || value.equals("false"), value, "'true' or 'false' was expected");

    SettingForm SIZE = value -> {
        try {
            return expected(Sizes.bytes(value) > 0, value, "a size such as 512KB or 2MB was expected");
        } catch (NumberFormatException | ArithmeticException e) {
            return expected(false, value, "a size such as 512KB or 2MB, up to 2047MB, was expected");
        }
    };

    SettingForm DURATION = value -> expected(
            duration(value).filter(Duration::isPositive).isPresent(),
            value,
            "a length of time such as 500ms, 10s, 5m or 2d was expected");

    SettingForm DURATIONS = value -> {
        for (String each : value.split(",", -1)) {
            if (duration(each).filter(length -> !length.isNegative()).isEmpty()) {
                return expected(
                        false, each, "lengths of time such as 0s, 5m or 2d, separated by commas, were expected");
            }
        }
        return Optional.empty();
    };

    SettingForm URL = value -> expected(
            value.isEmpty() || isWebAddress(value), value, "an address such as https://id.example/keys was expected");

    SettingForm URLS = value -> {
        for (String each : value.split(",")) {
            if (!each.isBlank() && !isWebAddress(each)) {
                return expected(false, each, "addresses such as http://am-1:9093, separated by commas, were expected");
            }
        }
        return Optional.empty();
    };

    SettingForm NETWORKS = value -> {
        for (String each : value.split(",")) {
            if (!each.isBlank() && !isNetwork(each.strip())) {
                return expected(
                        false, each, "networks such as 10.20.0.0/16 or fd00::/8, separated by commas, were expected");
            }
        }
        return Optional.empty();
    };

    SettingForm READABLE_FILE = value -> expected(
            value.isEmpty() || Files.isRegularFile(Path.of(value)) && Files.isReadable(Path.of(value)),
            value,
            "a file that exists and that this user may read was expected");

    SettingForm OWN_ADDRESS = value -> expected(
            isOwnAddress(value),
            value,
            "an address of this machine was expected, such as 127.0.0.1, or 0.0.0.0 for every interface");

    /** @return what is wrong with a value and what was expected; empty when it is right */
    Optional<String> problem(String value);

    static SettingForm numberBetween(int least, int most) {
        return value -> expected(
                number(value)
                        .filter(number -> number >= least && number <= most)
                        .isPresent(),
                value,
                "a whole number from " + least + " to " + most + " was expected");
    }

    private static Optional<String> expected(boolean asExpected, String value, String expectation) {
        return asExpected ? Optional.empty() : Optional.of("'" + value + "': " + expectation);
    }

    private static Optional<Integer> number(String value) {
        try {
            return Optional.of(Integer.valueOf(value.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> duration(String value) {
        return ConversionService.SHARED.convert(value.strip(), Duration.class);
    }

    private static boolean isWebAddress(String value) {
        try {
            URI uri = URI.create(value.strip());
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** An address, or one and how many of its bits count. */
    private static boolean isNetwork(String value) {
        int slash = value.indexOf('/');
        try {
            int bits = Byte.SIZE
                    * InetAddress.ofLiteral(slash < 0 ? value : value.substring(0, slash))
                            .getAddress()
                            .length;
            return slash < 0
                    || number(value.substring(slash + 1))
                            .filter(counting -> counting >= 0 && counting <= bits)
                            .isPresent();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isOwnAddress(String value) {
        try {
            InetAddress address = InetAddress.getByName(value.strip());
            return !value.isBlank()
                    && (address.isAnyLocalAddress()
                            || NetworkInterface.getByInetAddress(address) != null
                            || address.isLoopbackAddress());
        } catch (IOException e) {
            return false;
        }
    }
}
