package io.appeals.api.analysts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program for Node.js, in a copy of its folder with what it depends on installed as its lock file says. */
public final class NodeProgram {

    private static final int SECONDS_TO_INSTALL = 180;
    private static final int SECONDS_TO_RUN = 120;

    /** Set by {@code .ci/run}: then a machine without Node.js or its registry fails instead of leaving the tests out. */
    private static final boolean REQUIRED = Boolean.getBoolean("foreign.required");

    private final Path folder;

    private NodeProgram(Path folder) {
        this.folder = folder;
    }

    /** Leaves the test out where there is no Node.js 20 or its packages cannot be had, unless they are required. */
    public static NodeProgram installed(Path original) {
        Path folder = Path.of("target", "node", original.getFileName().toString());
        copy(original, folder);
        Ended install =
                run(folder, SECONDS_TO_INSTALL, List.of("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"));
        if (!REQUIRED) {
            assumeTrue(install.code() == 0, "no Node.js with npm, or no npm registry: " + install.output());
        } else if (install.code() != 0) {
            throw new IllegalStateException("npm ci: " + install.output());
        }
        return new NodeProgram(folder);
    }

    /** What it printed; fails when it ended with an error. */
    public String run(String script, String... arguments) {
        return outputWhenEnded(0, script, arguments);
    }

    /** What it printed; fails when it did not end with 1. */
    public String refuses(String script, String... arguments) {
        return outputWhenEnded(1, script, arguments);
    }

    private String outputWhenEnded(int code, String script, String... arguments) {
        List<String> command = new ArrayList<>(List.of("node", script));
        command.addAll(List.of(arguments));
        Ended ended = run(folder, SECONDS_TO_RUN, command);
        if (ended.code() != code) {
            throw new AssertionError(script + " ended with " + ended.code() + ": " + ended.output());
        }
        return ended.output();
    }

    private record Ended(int code, String output) {}

    private static Ended run(Path folder, int seconds, List<String> command) {
        Path output = folder.resolve("output.txt");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            return new Ended(process.exitValue(), Files.readString(output, UTF_8));
        } catch (IOException e) {
            return new Ended(-1, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try {
            delete(to);
            Files.createDirectories(to);
            try (Stream<Path> files = Files.list(from)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, to.resolve(file.getFileName()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
