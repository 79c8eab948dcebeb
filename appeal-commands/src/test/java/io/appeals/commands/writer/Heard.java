package io.appeals.commands.writer;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.commands.CommandAnswer;
import io.appeals.schema.result.CommandResult;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What senders expect to hear. */
final class Heard {

    private Heard() {}

    static CommandResult accepted(CompletableFuture<CommandAnswer> answer) {
        CommandResult result = decided(answer);
        assertThat(result.rejection()).isNull();
        return result;
    }

    static CommandResult decided(CompletableFuture<CommandAnswer> answer) {
        CommandAnswer given = heard(answer);
        assertThat(given).isInstanceOf(CommandAnswer.Decided.class);
        return ((CommandAnswer.Decided) given).result();
    }

    static CommandAnswer heard(CompletableFuture<CommandAnswer> answer) {
        return answer.orTimeout(30, TimeUnit.SECONDS).join();
    }
}
