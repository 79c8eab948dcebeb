package io.appeals.api.request;

import io.appeals.api.problem.ProblemException;
import io.appeals.schema.result.FieldError;
import java.util.ArrayList;
import java.util.List;

/** The errors found so far while a body is read. */
public final class Findings {

    private final List<FieldError> errors = new ArrayList<>();

    /** @param pointer JSON pointer to the place, empty for the whole body */
    public void add(String pointer, String code, String detail) {
        errors.add(new FieldError(pointer, code, detail));
    }

    public int count() {
        return errors.size();
    }

    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /** @throws ProblemException naming all of them, unless there are none */
    public void refuseIfAny() {
        if (!errors.isEmpty()) {
            throw ProblemException.malformed(summary(), errors());
        }
    }

    private String summary() {
        FieldError first = errors.getFirst();
        String place = first.pointer().isEmpty() ? "The body" : first.pointer();
        String others = errors.size() == 1 ? "" : " (and " + (errors.size() - 1) + " more, see 'errors')";
        return place + ": " + first.detail() + others + ".";
    }
}
