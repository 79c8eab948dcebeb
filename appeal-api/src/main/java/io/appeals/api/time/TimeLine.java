package io.appeals.api.time;

import java.time.Duration;
import java.time.Instant;

/**
 * How the product's time goes with the machine's: evenly, from a moment at which both are known.
 *
 * @param factor how many times as fast
 */
record TimeLine(Instant machine, Instant product, int factor) {

    Instant productAt(Instant machineTime) {
        return product.plus(Duration.between(machine, machineTime).multipliedBy(factor));
    }

    Instant machineAt(Instant productTime) {
        return machine.plus(Duration.between(product, productTime).dividedBy(factor));
    }
}
