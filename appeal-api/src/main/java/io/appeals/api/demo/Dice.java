package io.appeals.api.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Chance that comes out the same for the same seed. */
final class Dice {

    private final SplittableRandom random;

    Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** From least to most, both included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** So many different ones, or all where there are fewer. */
    <T> List<T> some(int howMany, List<T> all) {
        List<T> left = new ArrayList<>(all);
        List<T> drawn = new ArrayList<>();
        while (drawn.size() < howMany && !left.isEmpty()) {
            drawn.add(left.remove(random.nextInt(left.size())));
        }
        return drawn;
    }
}
