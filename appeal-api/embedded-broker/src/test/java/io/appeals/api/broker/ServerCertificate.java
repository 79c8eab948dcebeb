package io.appeals.api.broker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A key and certificate of 127.0.0.1 that nobody vouches for, made with the JDK's own keytool.
 *
 * @param keyStore for the server, PKCS 12
 * @param certificate for clients to trust, PEM
 */
record ServerCertificate(Path keyStore, Path certificate) {

    static final String PASSWORD = "of-a-test";

    static ServerCertificate makeIn(Path folder) throws IOException, InterruptedException {
        ServerCertificate made = new ServerCertificate(folder.resolve("server.p12"), folder.resolve("server.pem"));
        keytool(
                "-genkeypair",
                made,
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "SAN=ip:127.0.0.1",
                "-validity",
                "2");
        keytool("-exportcert", made, "-rfc", "-file", made.certificate().toString());
        return made;
    }

    private static void keytool(String command, ServerCertificate made, String... more)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                command,
                "-alias",
                "server",
                "-keystore",
                made.keyStore().toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD));
        line.addAll(List.of(more));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException("keytool " + command + " failed: " + said);
        }
    }
}
