package io.appeals.projections.sla.policy.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.appeals.projections.sla.policy.PolicyBook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The file that holds SLA policies and calendars: the one that comes with the product, or an operator's own. */
public final class PolicyFile {

    private static final String SHIPPED = "/io/appeals/projections/sla/policy/sla-policies.yaml";
    private static final int FINGERPRINT_BYTES = 4;

    private static final ObjectReader YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build()
            .reader()
            // a second document behind '---' would be left out in silence
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private PolicyFile() {}

    /** The policies that come with the product. */
    public static PolicyBook shipped() {
        try (InputStream file = PolicyFile.class.getResourceAsStream(SHIPPED)) {
            if (file == null) {
                throw new IllegalStateException(SHIPPED + " is missing from the product");
            }
            return parse(SHIPPED, file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * An operator's own policies.
     *
     * @throws InvalidPoliciesException when the file cannot be read, is no YAML, or holds no complete policies
     */
    public static PolicyBook read(Path path) {
        try {
            return parse(path.toString(), Files.readAllBytes(path));
        } catch (NoSuchFileException e) {
            throw new InvalidPoliciesException(path.toString(), List.of("there is no such file"), e);
        } catch (IOException e) {
            throw new InvalidPoliciesException(path.toString(), List.of("it cannot be read: " + e.getMessage()), e);
        }
    }

    /**
     * Policies that came otherwise, for instance to be tried out.
     *
     * @param source what to call them in messages
     * @throws InvalidPoliciesException when it is no YAML, or holds no complete policies
     */
    public static PolicyBook parse(String source, byte[] content) {
        try {
            JsonNode root = YAML.readTree(content);
            PolicyReader reader = new PolicyReader(fingerprint(content));
            PolicyBook book = reader.book(root);
            if (!reader.problems().isEmpty()) {
                throw new InvalidPoliciesException(source, reader.problems(), null);
            }
            return book;
        } catch (MismatchedInputException e) {
            throw new InvalidPoliciesException(
                    source, List.of(where(e) + "a second document begins here; one was expected"), e);
        } catch (JsonProcessingException e) {
            throw new InvalidPoliciesException(source, List.of(where(e) + e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw new InvalidPoliciesException(source, List.of("it cannot be read: " + e.getMessage()), e);
        }
    }

    private static String fingerprint(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String where(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : "line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ": ";
    }
}
