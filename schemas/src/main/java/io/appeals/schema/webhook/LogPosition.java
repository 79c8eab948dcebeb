package io.appeals.schema.webhook;

/** A place in the log: the next record to be read there is the one at the offset. */
public record LogPosition(String topic, int partition, long offset) {}
