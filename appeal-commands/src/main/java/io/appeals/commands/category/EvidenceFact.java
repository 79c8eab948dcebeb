package io.appeals.commands.category;

/** One piece of evidence in a submission. */
public record EvidenceFact(String kind, long sizeBytes) {}
