package io.appeals.commands.appeal;

import io.appeals.schema.appeal.Remedy;
import java.util.List;

/**
 * What the marketplace owes the seller and what it has done.
 *
 * @param ordered by the latest decision, which replaces what earlier ones ordered
 */
public record Remedies(List<Remedy> ordered, List<Remedy> implemented) {

    static final Remedies NONE = new Remedies(List.of(), List.of());

    public Remedies {
        ordered = List.copyOf(ordered);
        implemented = List.copyOf(implemented);
    }

    Remedies ordering(List<Remedy> remedies) {
        return new Remedies(remedies, implemented);
    }

    Remedies implementing(Remedy remedy) {
        return new Remedies(ordered, Grown.appended(implemented, remedy));
    }
}
