package io.appeals.commands.appeal;

import io.appeals.schema.appeal.Assessment;

/** What is remembered of a document in the case. */
public record Evidence(String evidenceId, String kind, long sizeBytes, Assessment assessment) {

    Evidence assessed(Assessment held) {
        return new Evidence(evidenceId, kind, sizeBytes, held);
    }
}
