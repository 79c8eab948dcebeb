package io.appeals.api.alertmanager;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an Alertmanager takes alerts.
 *
 * @param user {@code name:password} for basic authentication, where it wants one; never shown
 */
record AlertmanagerAddress(URI url, @Nullable String user) {

    private static final String PATH = "/api/v2/alerts";

    /**
     * Reads what somebody has configured.
     *
     * @param addresses separated by commas, for instance {@code http://am-1:9093,https://user:secret@am-2/alerts}
     * @throws IllegalArgumentException for one that is none
     */
    static List<AlertmanagerAddress> read(String addresses) {
        return Arrays.stream(addresses.split(","))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .map(AlertmanagerAddress::one)
                .toList();
    }

    private static AlertmanagerAddress one(String address) {
        try {
            URI given = new URI(address);
            boolean http = "http".equals(given.getScheme()) || "https".equals(given.getScheme());
            if (http && given.getHost() != null && given.getQuery() == null && given.getFragment() == null) {
                String path = given.getPath().replaceFirst("/+$", "") + PATH;
                return new AlertmanagerAddress(
                        new URI(given.getScheme(), null, given.getHost(), given.getPort(), path, null, null),
                        given.getUserInfo());
            }
        } catch (URISyntaxException e) {
            // Told below.
        }
        throw new IllegalArgumentException("'" + address.replaceFirst("//.*@", "//…@")
                + "' is no address of an Alertmanager such as http://127.0.0.1:9093");
    }

    Optional<String> authorization() {
        return Optional.ofNullable(user)
                .map(name -> "Basic " + Base64.getEncoder().encodeToString(name.getBytes(UTF_8)));
    }

    @Override
    public String toString() {
        return url.toString();
    }
}
