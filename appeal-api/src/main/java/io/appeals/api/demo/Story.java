package io.appeals.api.demo;

import io.appeals.schema.appeal.SubjectType;
import java.util.List;

/**
 * What an appeal of one category sounds like. Texts may name {@code {product}}.
 *
 * @param facts what the marketplace found
 * @param statements what the seller says to it
 * @param question what a reviewer wants to know besides
 * @param reasonFor why a decision goes for the seller
 * @param reasonAgainst why a decision goes against the seller
 * @param grounds why the seller doesn't leave it at that
 */
record Story(
        String category,
        SubjectType subjectType,
        String decisionGround,
        String policyReference,
        List<String> facts,
        List<String> statements,
        String rootCause,
        String correctiveActions,
        String preventiveActions,
        String question,
        String answer,
        String reasonFor,
        String reasonAgainst,
        String grounds) {}
