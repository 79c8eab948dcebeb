package io.appeals.api.feed;

/** Some server-sent events as they go over the wire. */
record StreamPiece(byte[] text) {}
