package io.appeals.api.rights;

import io.appeals.schema.topic.PlatformTopics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files that operators grant rights with. */
enum ShippedAcls {
    PRODUCT("product.acls", ProductRights.of(true, List.of())),
    PRODUCT_PLATFORMS("product-platforms.acls", ProductRights.forAnyPlatforms()),
    ANALYST("analyst.acls", GuestRights.ofAnalysts()),
    OPERATOR("operator.acls", GuestRights.ofOperators()),
    PLATFORM("platform.acls", GuestRights.ofPlatforms()),
    PLATFORM_RESULTS("platform-results.acls", GuestRights.ofPlatformsThatReadResults()),
    /** Where it names a platform it has NAME; here that is the user's. */
    PLATFORM_OWN("platform-own.acls", GuestRights.ofPlatform(new PlatformTopics("acme")));

    static final Path FOLDER = Path.of("..", "docs", "operations", "security");

    private final String file;
    private final List<Right> rights;

    ShippedAcls(String file, List<Right> rights) {
        this.file = file;
        this.rights = rights;
    }

    Path file() {
        return FOLDER.resolve(file);
    }

    /** What it must grant, as the code has it; to the platform acme, where it is for one. */
    List<Right> rights() {
        return rights;
    }

    /** What it grants; to the platform acme, where it is for one. */
    List<String> lines() {
        try {
            return Files.readAllLines(file()).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.replace("NAME", "acme"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
