package io.appeals.commands.category;

import io.appeals.schema.appeal.RequirementLevel;
import java.util.List;

/**
 * One kind of evidence that a category asks for.
 *
 * @param description what the document must show, for the seller
 * @param insteadOf the REQUIRED kinds that an ALTERNATIVE_REQUIRED kind may replace; otherwise empty
 */
public record EvidenceRequirement(String kind, RequirementLevel level, String description, List<String> insteadOf) {

    public EvidenceRequirement {
        insteadOf = List.copyOf(insteadOf);
    }
}
