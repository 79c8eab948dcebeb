package io.appeals.projections.sla.store;

import io.appeals.projections.sla.clock.SlaClock;
import io.appeals.projections.sla.policy.SlaFacts;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.wire.RecordCodec;

/** A clock that has ended, with the facts of its appeal as they were then. */
public record EndedClock(SlaClock clock, SlaFacts facts, AppealStatus status, long version) {

    public static final RecordCodec<EndedClock> CODEC = RecordCodec.of(EndedClock.class);
}
