package io.appeals.api.caller;

import java.time.Instant;

/** A caller with the time until which the token proves it. */
record VerifiedCaller(Caller caller, Instant until) {}
