package io.appeals.commands.lifecycle;

import io.appeals.schema.appeal.SubjectType;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long a seller may file, by what is appealed and where: rights differ from one place to another. */
@FunctionalInterface
public interface FilingWindows {

    /**
     * The end of a window that begins at that moment; later than it.
     *
     * @param category null before anybody has chosen one
     * @param marketplaceId null where no enforcement named one
     */
    Instant endOf(
            SubjectType subjectType, @Nullable String category, @Nullable String marketplaceId, Instant beginning);

    /** The same everywhere. */
    static FilingWindows always(Duration length) {
        LifecyclePolicy.positive("the filing window", length);
        return (subjectType, category, marketplaceId, beginning) -> beginning.plus(length);
    }
}
