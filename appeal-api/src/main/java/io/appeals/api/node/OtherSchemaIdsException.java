package io.appeals.api.node;

/** The log was begun with schema ids of another source; the message is one line that says what to do. */
public final class OtherSchemaIdsException extends RuntimeException {

    OtherSchemaIdsException(String message) {
        super(message);
    }
}
