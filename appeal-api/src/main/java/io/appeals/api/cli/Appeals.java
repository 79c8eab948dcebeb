package io.appeals.api.cli;

import io.appeals.api.bench.BenchCommand;
import io.appeals.api.cli.export.ExportCommand;
import io.appeals.api.cli.tail.TailCommand;
import io.appeals.api.cli.verify.VerifyLogCommand;
import io.appeals.api.demo.DemoCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command line's root. */
@Command(
        name = "appeals",
        mixinStandardHelpOptions = true,
        versionProvider = ProductVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Runs sellers' appeals against a marketplace's decisions: every fact is an event in a Kafka log,"
                    + " served over HTTP.",
            ""
        },
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nTo begin:%n",
        footer = {
            "  ./appeals up                       all in one process, data in ./data",
            "  ./appeals demo                     the same, with made-up cases going on",
            "  ./appeals tail --from-beginning    the log, readable",
            "  ./appeals export                   the tables for analysts, as Parquet files",
            "  ./appeals COMMAND --help           every option of a command",
            "",
            "Exit codes: 0 done, 1 could not be done (the reason is the last line), 2 wrong usage."
        },
        subcommands = {
            UpCommand.class,
            DemoCommand.class,
            TailCommand.class,
            ExportCommand.class,
            VerifyLogCommand.class,
            BenchCommand.class,
            HelpCommand.class
        })
public final class Appeals {

    private Appeals() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command line, for whoever runs it: the launcher, or a test. */
    public static CommandLine commandLine() {
        CommandLine root = new CommandLine(new Appeals())
                .setExecutionExceptionHandler(new OneLineFailures())
                .setParameterExceptionHandler(new OneLineMisuse())
                .setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true);
        root.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().usageMessage().optionListHeading("%nOptions:%n"));
        return root;
    }
}
