package io.appeals.api.bench;

import io.appeals.api.broker.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The broker in a process of its own. It ends when whoever started it ends, however that comes about. */
final class BrokerProgram {

    private BrokerProgram() {}

    /** @param arguments the data folder, and the file to write the broker's address to once it serves */
    public static void main(String[] arguments) throws IOException {
        EmbeddedBroker broker = EmbeddedBroker.start(Path.of(arguments[0]), 0);
        Path part = Path.of(arguments[1] + ".part");
        Files.writeString(part, broker.bootstrapServers());
        Files.move(part, Path.of(arguments[1]), StandardCopyOption.ATOMIC_MOVE);
        // Nothing is ever written to it: it ends with the process at its other end.
        System.in.transferTo(java.io.OutputStream.nullOutputStream());
        Runtime.getRuntime().halt(0);
    }
}
