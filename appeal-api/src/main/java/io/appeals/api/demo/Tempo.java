package io.appeals.api.demo;

import java.time.Duration;

/** How long people take, in the product's time: mostly in good time, now and then late, and sometimes too late. */
final class Tempo {

    private final Dice dice;

    Tempo(Dice dice) {
        this.dice = dice;
    }

    /** To attach a document, write a note, look into a piece of evidence. */
    Duration paperwork() {
        return minutes(10, 90);
    }

    /** To make up one's mind: to appeal, to go further, to leave it at that. */
    Duration consideration() {
        return hours(6, 120);
    }

    Duration submission() {
        return hours(1, 24);
    }

    Duration assignment() {
        return hours(1, 4);
    }

    /** Within the 24 hours that the policies give, mostly. */
    Duration reviewStart() {
        return switch (dice.between(1, 10)) {
            case 1, 2 -> hours(17, 19);
            case 3, 4 -> hours(26, 60);
            default -> hours(2, 12);
        };
    }

    /** Within two days of an order claim and the week of a listing, mostly. */
    Duration decision() {
        return switch (dice.between(1, 10)) {
            case 1, 2 -> hours(70, 110);
            case 3 -> hours(230, 300);
            default -> hours(3, 20);
        };
    }

    /** Never so long that the appeal lapses, which it does after 72 hours. */
    Duration answer() {
        return dice.chance(25) ? hours(38, 54) : hours(2, 30);
    }

    Duration partnersAnswer() {
        return hours(24, 140);
    }

    /** Within a week, mostly. */
    Duration remedy() {
        return switch (dice.between(1, 10)) {
            case 1 -> hours(90, 150);
            case 2 -> hours(180, 240);
            default -> hours(3, 60);
        };
    }

    Duration ruling() {
        return hours(100, 400);
    }

    private Duration hours(int least, int most) {
        return minutes(least * 60, most * 60);
    }

    private Duration minutes(int least, int most) {
        return Duration.ofMinutes(dice.between(least, most));
    }
}
