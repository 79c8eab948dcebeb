package io.appeals.api.registry;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.http.HttpStatus;

/**
 * What the protocol answers instead: a status, a code of its own, and a text. Codes after Confluent's API reference, where the
 * first three digits are the status.
 */
final class RegistryError extends RuntimeException {

    private static final int DIGITS_AFTER_STATUS = 100;

    private final int code;

    private RegistryError(int code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    static RegistryError noSubject(String subject) {
        return new RegistryError(40401, "Subject '" + subject + "' not found.");
    }

    static RegistryError noVersion(String version) {
        return new RegistryError(40402, "Version " + version + " not found.");
    }

    static RegistryError noSchema() {
        return new RegistryError(40403, "Schema not found");
    }

    static RegistryError noSchema(String id) {
        return new RegistryError(40403, "Schema " + id + " not found");
    }

    static RegistryError noCompatibilityOf(String subject) {
        return new RegistryError(
                40408, "Subject '" + subject + "' does not have subject-level compatibility configured");
    }

    static RegistryError noModeOf(String subject) {
        return new RegistryError(40409, "Subject '" + subject + "' does not have subject-level mode configured");
    }

    static RegistryError invalidSchema(String why) {
        return new RegistryError(42201, "Invalid schema: " + why);
    }

    static RegistryError invalidVersion(String version) {
        return new RegistryError(
                42202,
                "The specified version '" + version
                        + "' is not a valid version id. Allowed values are between [1, 2^31-1] and the string \"latest\"");
    }

    static RegistryError readOnly(String what) {
        return new RegistryError(
                42205,
                what
                        + " is in read-only mode: schemas come with the product's releases. To keep others beside them, run a"
                        + " schema registry of your own.");
    }

    HttpStatus status() {
        return HttpStatus.valueOf(code / DIGITS_AFTER_STATUS);
    }

    /** As the protocol has it. */
    Body body() {
        return new Body(code, String.valueOf(getMessage()));
    }

    record Body(@JsonProperty("error_code") int code, String message) {}
}
