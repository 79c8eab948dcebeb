package io.appeals.api.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports on 127.0.0.1: is this one free, and which one is. */
public final class LoopbackPort {
    /** The version 4 address by number: 'localhost' is the version 6 one first for some clients. */
    static final String HOST = "127.0.0.1";

    /**
     * Below the ports that operating systems hand to outgoing connections: a port found here stays free until it is
     * used, unless another program searches here in the same moment.
     */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;
    private static final int TRIES = 200;

    private LoopbackPort() {}

    /** Any port that nobody listens on now. */
    public static int findFree() {
        for (int tries = 0; tries < TRIES; tries++) {
            int candidate = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (isFree(candidate)) {
                return candidate;
            }
        }
        throw new BrokerStartException("no free port between " + LOWEST + " and " + HIGHEST + " on " + HOST);
    }

    /**
     * @param purpose what the port is for, for instance {@code Kafka}
     * @throws BrokerStartException when somebody listens there
     */
    public static void requireFree(String purpose, int port) {
        if (!isFree(port)) {
            throw new BrokerStartException(purpose + " port " + port + " on " + HOST
                    + " is busy: stop what listens there or choose another port (0 takes any free one)");
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            // As the broker does: a port whose former connections are still being wound up by the system is free.
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(HOST), port));
            return true;
        } catch (IOException busy) {
            return false;
        }
    }
}
