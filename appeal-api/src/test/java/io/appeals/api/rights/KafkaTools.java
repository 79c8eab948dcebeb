package io.appeals.api.rights;

import io.appeals.api.broker.SecuredBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Collectors;
import kafka.admin.ConfigCommand;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.tools.AclCommand;

/** What an operator does with Kafka's own tools. They run in this process; each would take seconds to start. */
final class KafkaTools {

    private final SecuredBroker broker;
    private final Path folder;
    private final Path administrator;

    /** @param folder for files that the tools are given */
    KafkaTools(SecuredBroker broker, Path folder) throws IOException {
        this.broker = broker;
        this.folder = folder;
        this.administrator = properties("admin", broker.administrator());
    }

    /** A file of client settings, as tools and nodes take it. */
    Path properties(String name, Map<String, String> settings) throws IOException {
        String lines = settings.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("\n", "", "\n"));
        return Files.writeString(folder.resolve(name + ".properties"), lines);
    }

    /** As the page says: {@code kafka-configs.sh … --entity-type users}. */
    void addUser(String name, String password) {
        orFail(() -> ConfigCommand.main(new String[] {
            "--bootstrap-server",
            broker.bootstrapServers(),
            "--command-config",
            administrator.toString(),
            "--alter",
            "--add-config",
            "SCRAM-SHA-512=[password=" + password + "]",
            "--entity-type",
            "users",
            "--entity-name",
            name
        }));
    }

    /** Runs the shipped script, and does what it tells kafka-acls.sh to do. */
    void apply(ShippedAcls acls, String user) throws IOException, InterruptedException {
        Path told = folder.resolve("told-to-kafka-acls");
        Files.deleteIfExists(told);
        Path tool = folder.resolve("kafka-acls.sh");
        Files.writeString(tool, "#!/bin/sh\necho \"$@\" >> '" + told + "'\n");
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwx------"));
        ProcessBuilder script = new ProcessBuilder(
                        ShippedAcls.FOLDER.resolve("apply-acls.sh").toString(),
                        broker.bootstrapServers(),
                        administrator.toString(),
                        acls.file().toString(),
                        "User:" + user,
                        // only for the file that is for one platform, which here has the name of its user
                        user)
                .inheritIO();
        script.environment().merge("PATH", folder.toString(), (path, ours) -> ours + ":" + path);
        if (script.start().waitFor() != 0) {
            throw new IllegalStateException("apply-acls.sh failed for " + acls);
        }
        for (String line : Files.readAllLines(told)) {
            orFail(() -> AclCommand.main(line.split(" ")));
        }
    }

    /** The tools end their process when they fail, which here is the test's. */
    private static void orFail(Runnable tool) {
        Exit.setExitProcedure((code, message) -> {
            throw new IllegalStateException("the tool ended with " + code + ": " + message);
        });
        try {
            tool.run();
        } finally {
            Exit.resetExitProcedure();
        }
    }
}
