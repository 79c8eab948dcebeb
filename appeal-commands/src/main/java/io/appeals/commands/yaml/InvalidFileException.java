package io.appeals.commands.category.yaml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A category catalogue cannot be used; the message names every place in the file and what was expected there. */
public final class InvalidCatalogueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    InvalidCatalogueException(String source, List<String> problems, @Nullable Throwable cause) {
        super("The category catalogue " + source + " cannot be used:\n  " + String.join("\n  ", problems), cause);
        this.problems = List.copyOf(problems);
    }

    /** One line each, beginning with the path of the field where it is about one. */
    public List<String> problems() {
        return problems;
    }
}
