package io.appeals.api;

import io.micronaut.context.exceptions.BeanContextException;
import java.util.concurrent.CompletionException;

/** Finds, inside what the container wraps around it, the failure that tells a person what to do. */
final class StartFailure {

    private StartFailure() {}

    static RuntimeException clearest(RuntimeException failure) {
        Throwable cause = failure;
        while (isWrapping(cause) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof RuntimeException clear ? clear : failure;
    }

    private static boolean isWrapping(Throwable failure) {
        return failure instanceof BeanContextException || failure instanceof CompletionException;
    }
}
