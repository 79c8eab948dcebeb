package io.appeals.commands.writer;

import java.util.ArrayList;
import java.util.List;

/** Another JVM with this one's class path. */
public final class JvmProcess {

    private JvmProcess() {}

    /** @param jvmOption one option of the JVM */
    public static ProcessBuilder builder(Class<?> main, String jvmOption, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                jvmOption,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }
}
