package io.appeals.commands.writer;

import io.appeals.commands.appeal.AppealDecider;
import io.appeals.commands.category.Category;
import io.appeals.commands.category.CategoryCatalogue;
import io.appeals.commands.category.PlanOfActionNeed;
import io.appeals.commands.lifecycle.LifecyclePolicy;
import io.appeals.schema.appeal.Actor;
import io.appeals.schema.appeal.ActorType;
import io.appeals.schema.appeal.AppealId;
import io.appeals.schema.appeal.MessageVisibility;
import io.appeals.schema.appeal.Subject;
import io.appeals.schema.appeal.SubjectType;
import io.appeals.schema.command.AppealCommand;
import io.appeals.schema.command.IssuedCommand;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Commands to appeals that exist for one test only. */
public final class SampleCommands {

    public static final Actor PLATFORM = Actor.of(ActorType.PLATFORM, "platform-1");
    private static final String CATEGORY = "PRODUCT_QUALITY";

    private SampleCommands() {}

    public static AppealDecider decider() {
        Category category = new Category(
                CATEGORY,
                "Product quality",
                "Complaints about quality",
                List.of(SubjectType.values()),
                PlanOfActionNeed.NOT_NEEDED,
                List.of(),
                List.of());
        return new AppealDecider(new CategoryCatalogue("test-1", List.of(category)), LifecyclePolicy.defaults());
    }

    public static Subject subject(String reference) {
        return Subject.of(SubjectType.LISTING, reference);
    }

    /** The id of the appeal of that seller about that listing. */
    public static String appealId(String sellerId, String listing) {
        return AppealId.of(sellerId, subject(listing));
    }

    public static IssuedCommand enforcement(String commandId, String sellerId, String listing) {
        return issued(
                commandId,
                appealId(sellerId, listing),
                PLATFORM,
                new AppealCommand.RecordEnforcement(
                        sellerId,
                        "market-1",
                        subject(listing),
                        "LISTING_REMOVED",
                        "Terms of business, section 4",
                        "Several buyers reported that the item differs from its description.",
                        "policy-17",
                        true,
                        false,
                        null,
                        null));
    }

    public static IssuedCommand opening(String commandId, String sellerId, String listing) {
        return issued(
                commandId,
                appealId(sellerId, listing),
                Actor.seller(sellerId),
                new AppealCommand.OpenAppeal(
                        sellerId,
                        subject(listing),
                        CATEGORY,
                        "The reports concern another batch, which was recalled in March. Ours is certified.",
                        null,
                        List.of()));
    }

    public static IssuedCommand message(String commandId, String sellerId, String listing, String body) {
        return issued(
                commandId,
                appealId(sellerId, listing),
                PLATFORM,
                new AppealCommand.PostMessage("m-" + commandId, body, MessageVisibility.ALL));
    }

    public static IssuedCommand issued(String commandId, String appealId, Actor actor, AppealCommand command) {
        return new IssuedCommand(
                commandId, appealId, null, actor, Instant.now().truncatedTo(ChronoUnit.MILLIS), command);
    }
}
