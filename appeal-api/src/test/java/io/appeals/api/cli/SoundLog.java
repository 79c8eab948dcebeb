package io.appeals.api.cli;

import io.appeals.schema.appeal.Actor;
import io.appeals.schema.appeal.ActorType;
import io.appeals.schema.appeal.AppealId;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.MessageVisibility;
import io.appeals.schema.appeal.Stage;
import io.appeals.schema.appeal.Subject;
import io.appeals.schema.appeal.SubjectType;
import io.appeals.schema.event.AppealEvent;
import io.appeals.schema.event.RecordedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A log as nodes write it: a few appeals whose events are interleaved at random, each appeal's in order. */
public record SoundLog(List<RecordedEvent> events) {

    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");
    private static final int APPEALS = 5;
    private static final int EVENTS = 60;

    /** The same log for the same seed. */
    public static SoundLog seeded(long seed) {
        Random random = new Random(seed);
        int[] versions = new int[APPEALS];
        List<RecordedEvent> events = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            int appeal = random.nextInt(APPEALS);
            versions[appeal]++;
            events.add(event(appeal, versions[appeal], BEGINNING.plusSeconds(i)));
        }
        return new SoundLog(events);
    }

    private static RecordedEvent event(int appeal, int version, Instant at) {
        String sellerId = "S-" + appeal;
        Subject subject = Subject.of(SubjectType.LISTING, "L-" + appeal);
        String appealId = AppealId.of(sellerId, subject);
        return new RecordedEvent(
                appealId + "|" + version,
                appealId,
                sellerId,
                version,
                at,
                at,
                "command-" + appeal + "-" + version,
                "digest",
                version == 1 ? Actor.of(ActorType.PLATFORM, "marketplace") : Actor.seller(sellerId),
                version == 1 ? AppealStatus.APPEALABLE : AppealStatus.DRAFT,
                Stage.FIRST_REVIEW,
                null,
                what(subject, version, at));
    }

    private static AppealEvent what(Subject subject, int version, Instant at) {
        return switch (version) {
            case 1 ->
                new AppealEvent.EnforcementRecorded(
                        null,
                        subject,
                        "LISTING_REMOVED",
                        "terms, 4.2",
                        "a complaint by the brand's owner",
                        null,
                        null,
                        null,
                        at,
                        at.plusSeconds(86_400));
            case 2 ->
                new AppealEvent.AppealOpened(
                        subject, "PRODUCT_AUTHENTICITY", "They are genuine.", null, List.of(), at.plusSeconds(86_400));
            default -> new AppealEvent.MessagePosted("m-" + version, "message " + version, MessageVisibility.ALL);
        };
    }
}
