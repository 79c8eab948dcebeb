package io.appeals.api.rights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files that operators grant rights with. */
enum ShippedAcls {
    PRODUCT("product.acls", ProductRights.of(true)),
    ANALYST("analyst.acls", GuestRights.ofAnalysts()),
    OPERATOR("operator.acls", GuestRights.ofOperators()),
    PLATFORM("platform.acls", GuestRights.ofPlatforms()),
    PLATFORM_RESULTS("platform-results.acls", GuestRights.ofPlatformsThatReadResults());

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

    /** What it must grant, as the code has it. */
    List<Right> rights() {
        return rights;
    }

    /** What it grants. */
    List<String> lines() {
        try {
            return Files.readAllLines(file()).stream()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
