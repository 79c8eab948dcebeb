package io.appeals.commands.writer.kafka;

import io.appeals.commands.CommandAnswer;
import io.appeals.commands.writer.queue.DirectCommand;

/** Where the owner leaves its answers to those who wait in this process. */
interface Answers {

    void give(DirectCommand command, CommandAnswer answer);

    /** Its partition is not, or no longer, served here: whoever serves it is to be asked. */
    void passOn(DirectCommand command);
}
