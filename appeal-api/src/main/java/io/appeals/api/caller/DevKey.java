package io.appeals.api.caller;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.appeals.api.settings.InvalidSetting;
import io.appeals.api.settings.Setting;
import io.appeals.api.settings.Settings;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;

/** The node's own key (ES256), made at its first start and kept in the data folder, so that its tokens outlive a restart. */
@Singleton
@Requires(property = "appeals.security.dev-tokens", value = "true")
class DevKey {

    private final ECKey key;

    DevKey(Settings settings) {
        Path file = settings.folder(Setting.DATA).resolve("keys").resolve("dev-token-key.jwk");
        try {
            key = Files.exists(file) ? read(file) : make(file);
        } catch (IOException e) {
            throw new InvalidSetting(Setting.DATA, "cannot keep a key in " + file + ": " + e.getMessage());
        }
    }

    ECKey signingKey() {
        return key;
    }

    ECKey publicKey() {
        return key.toPublicJWK();
    }

    private static ECKey read(Path file) throws IOException {
        try {
            return ECKey.parse(Files.readString(file));
        } catch (ParseException e) {
            throw new IOException("the file holds no key; remove it, and a new one is made", e);
        }
    }

    private static ECKey make(Path file) throws IOException {
        try {
            ECKey key = new ECKeyGenerator(Curve.P_256)
                    .keyIDFromThumbprint(true)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
            write(file, key.toJSONString());
            return key;
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform has the curve P-256", e);
        }
    }

    /** Written aside and moved, so that a kill leaves a whole key or none. */
    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Path aside = Files.createTempFile(file.getParent(), "key", ".tmp");
        if (Files.getFileStore(aside).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(aside, text);
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
