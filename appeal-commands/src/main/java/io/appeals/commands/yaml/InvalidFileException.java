package io.appeals.commands.yaml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file of rules cannot be used; the message names every place in it that is wrong and what was expected there. */
public final class InvalidFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    InvalidFileException(String kind, String source, List<String> problems, @Nullable Throwable cause) {
        super("The " + kind + " " + source + " cannot be used:\n  " + String.join("\n  ", problems), cause);
        this.problems = List.copyOf(problems);
    }

    /** One line each, beginning with the path of the field where it is about one. */
    public List<String> problems() {
        return problems;
    }
}
