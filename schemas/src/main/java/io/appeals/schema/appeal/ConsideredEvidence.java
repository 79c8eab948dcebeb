package io.appeals.schema.appeal;

/**
 * How a piece of evidence bore on a decision.
 *
 * @param weight from 0 (none) to 100 (decisive)
 */
public record ConsideredEvidence(String evidenceId, int weight, String why) {}
