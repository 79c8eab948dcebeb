package io.appeals.commands.category;

import io.appeals.schema.appeal.SubjectType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a seller has put together for a submission.
 *
 * @param subjectType null while there is no appeal
 * @param category null while none is chosen
 * @param statementLength in characters; 0 while there is no statement
 * @param planOfAction whether one is given
 */
public record SubmissionFacts(
        @Nullable SubjectType subjectType,
        @Nullable String category,
        int statementLength,
        boolean planOfAction,
        List<EvidenceFact> evidence) {

    public SubmissionFacts {
        evidence = List.copyOf(evidence);
    }
}
