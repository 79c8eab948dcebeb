package io.appeals.schema.topic;

/** A topic exists but is not what the product can work with. The message names the topic, the setting and the mend. */
public final class TopicMismatchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TopicMismatchException(String message) {
        super(message);
    }
}
