package io.appeals.commands.category;

import java.util.List;

/**
 * Something that a submission lacks, or that would make it stronger.
 *
 * @param code in words that never change, for instance {@code evidence-required}
 * @param pointer JSON pointer into the appeal to what it is about
 * @param kinds the kinds of evidence that would settle it, any one of them; empty when it is not about evidence
 * @param detail what to do, for the seller
 */
public record Finding(String code, String pointer, List<String> kinds, String detail) {

    public Finding {
        kinds = List.copyOf(kinds);
    }

    static Finding of(String code, String pointer, String detail) {
        return new Finding(code, pointer, List.of(), detail);
    }

    static Finding ofEvidence(String code, List<String> kinds, String detail) {
        return new Finding(code, "/evidence", kinds, detail);
    }
}
