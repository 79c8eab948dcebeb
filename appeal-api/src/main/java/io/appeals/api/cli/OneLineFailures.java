package io.appeals.api.cli;

import io.appeals.api.broker.BrokerStartException;
import io.appeals.api.node.OtherSchemaIdsException;
import io.appeals.api.registry.configured.RegistryRefusal;
import io.appeals.api.rights.MissingRight;
import io.appeals.api.settings.InvalidSetting;
import io.appeals.commands.verify.BrokenLogException;
import io.appeals.schema.topic.TopicMismatchException;
import java.io.PrintWriter;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells an expected failure in one line, and everything else with all there is to find its cause. */
final class OneLineFailures implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine commandLine, ParseResult parsed) {
        PrintWriter err = commandLine.getErr();
        if (isExpected(failure)) {
            err.println("appeals: " + failure.getMessage());
        } else {
            err.println("appeals: unexpected failure; please report it with what follows");
            failure.printStackTrace(err);
        }
        err.flush();
        return commandLine.getCommandSpec().exitCodeOnExecutionException();
    }

    private static boolean isExpected(Exception failure) {
        return switch (failure) {
            case CannotRun _,
                    BrokenLogException _,
                    BrokerStartException _,
                    InvalidSetting _,
                    MissingRight _,
                    TopicMismatchException _,
                    OtherSchemaIdsException _,
                    RegistryRefusal _,
                    KafkaException _ -> true;
            default -> false;
        };
    }
}
