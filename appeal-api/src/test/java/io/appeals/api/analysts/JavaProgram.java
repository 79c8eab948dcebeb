package io.appeals.api.analysts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program of somebody else's that runs on the JVM, in a copy of its folder of {@code docs/analysts}, with what the
 * folder's pom.xml asks for laid beside it; nothing of it is on the tests' class path.
 */
final class JavaProgram {

    /** Laid out there by the build with {@code -Dforeign.required=true}. */
    private static final Path FOLDERS = Path.of("target", "foreign", "analysts");

    private final Path folder;

    private JavaProgram(Path folder) {
        this.folder = folder;
    }

    /** Leaves the test out where the program was not fetched, unless it is required. */
    static JavaProgram laidOut(String name) {
        Path folder = FOLDERS.resolve(name).toAbsolutePath();
        boolean there = Files.isDirectory(folder.resolve("target").resolve("lib"));
        if (!Boolean.getBoolean("foreign.required")) {
            assumeTrue(there, "no " + name + "; -Dforeign.required=true has the build fetch it");
        } else if (!there) {
            throw new IllegalStateException(
                    "nothing in " + folder + "; the profile 'foreign' should have laid it there");
        }
        return new JavaProgram(folder);
    }

    Path folder() {
        return folder;
    }

    /** A copy of one of its files in which the addresses that it names are those of the test. */
    String addressed(String file, Map<String, String> addresses) throws IOException {
        String text = Files.readString(folder.resolve(file));
        for (Map.Entry<String, String> each : addresses.entrySet()) {
            assertThat(text).contains(each.getKey());
            text = text.replace(each.getKey(), each.getValue());
        }
        Path copy = folder.resolve("target").resolve(file);
        Files.writeString(copy, text);
        return copy.toString();
    }

    /** What it printed by the time it ended; fails when it ended with an error or not in time. */
    String run(int seconds, List<String> mainClassAndArguments) throws IOException, InterruptedException {
        Process process = start(mainClassAndArguments);
        boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        assertThat(ended && process.exitValue() == 0)
                .as("%s ends well within %d s:%n%s", mainClassAndArguments, seconds, said())
                .isTrue();
        return Files.readString(output(), UTF_8);
    }

    /** Goes on in a process of its own, which is for the caller to end. */
    Process start(List<String> mainClassAndArguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx512m", "-cp", "target/lib/*"));
        command.addAll(mainClassAndArguments);
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(output().toFile())
                .redirectError(complaints().toFile())
                .start();
    }

    /** All that it printed so far, to tell why a test failed. */
    String said() throws IOException {
        return Files.readString(output(), UTF_8) + Files.readString(complaints(), UTF_8);
    }

    private Path output() {
        return folder.resolve("target").resolve("output.txt");
    }

    private Path complaints() {
        return folder.resolve("target").resolve("errors.txt");
    }
}
