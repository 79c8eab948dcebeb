package io.appeals.api.bench;

import io.appeals.api.bench.CommandMix.Appeal;

/** Somebody who sends one command after the other, each when the one before is answered. */
final class Sender {

    private final int number;
    private final ClosedLoop loop;
    private final Route.Lanes lanes;
    private Appeal appeal;
    private int turn;
    private long begun;

    Sender(int number, ClosedLoop loop, Route.Lanes lanes, Appeal first) {
        this.number = number;
        this.loop = loop;
        this.lanes = lanes;
        this.appeal = first;
    }

    /** From 0, among the senders of a measurement. */
    int number() {
        return number;
    }

    /** Whose present command is to be sent. */
    Appeal appeal() {
        return appeal;
    }

    /** Which of its appeal's commands that is. */
    int turn() {
        return turn;
    }

    /** The route sends the command at this moment. */
    void begins() {
        begun = System.nanoTime();
    }

    /** The command was accepted; the next one follows. */
    void answered() {
        long now = System.nanoTime();
        loop.record(now - begun);
        turn++;
        if (turn == CommandMix.COMMANDS_PER_APPEAL) {
            turn = 0;
            appeal = loop.nextAppeal();
        }
        if (loop.goesOn(now)) {
            lanes.send(this);
        }
    }

    /** The command was not accepted, so nothing that is measured here counts. */
    void refused(String why) {
        loop.refused(this, why);
    }
}
