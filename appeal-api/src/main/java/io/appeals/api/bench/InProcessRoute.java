package io.appeals.api.bench;

import io.appeals.commands.CommandAnswer;
import io.appeals.commands.CommandDoor;
import java.time.Clock;

/** Commands to the write side in this process, with everything behind it that the product has. */
final class InProcessRoute implements Route {

    private final CommandDoor door;
    private final CommandMix mix;
    private final Runnable closing;
    private final Clock clock = Clock.systemUTC();

    /** @param closing ends the write side */
    InProcessRoute(CommandDoor door, CommandMix mix, Runnable closing) {
        this.door = door;
        this.mix = mix;
        this.closing = closing;
    }

    @Override
    public RouteName name() {
        return RouteName.IN_PROCESS;
    }

    @Override
    public Lanes open(int senders) {
        return new Loader(senders, this::submit);
    }

    private void submit(Sender sender) {
        sender.begins();
        door.submit(mix.issued(sender.appeal(), sender.turn(), clock.instant()))
                .thenAccept(answer -> heard(sender, answer));
    }

    private static void heard(Sender sender, CommandAnswer answer) {
        if (answer instanceof CommandAnswer.Decided decided && decided.result().isAccepted()) {
            sender.answered();
        } else {
            sender.refused(answer.toString());
        }
    }

    @Override
    public void close() {
        closing.run();
    }
}
