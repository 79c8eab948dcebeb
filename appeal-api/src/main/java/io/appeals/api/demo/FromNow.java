package io.appeals.api.demo;

import java.time.Duration;
import java.time.Instant;

/** A moment in a request's body that is reckoned from when it is sent. */
record FromNow(Duration distance) {

    static FromNow in(Duration distance) {
        return new FromNow(distance);
    }

    static FromNow ago(Duration distance) {
        return new FromNow(distance.negated());
    }

    String at(Instant now) {
        return now.plus(distance).toString();
    }
}
