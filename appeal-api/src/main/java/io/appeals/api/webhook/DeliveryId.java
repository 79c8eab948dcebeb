package io.appeals.api.webhook;

import io.appeals.schema.appeal.AppealId;
import java.util.UUID;

/**
 * Names one delivery: what a receiver sees as {@code webhook-id}. It follows from event and subscription, so that a
 * delivery that is repeated after a crash can be recognised.
 */
public final class DeliveryId {

    private static final UUID NAMESPACE = UUID.fromString("5b1f0c3e-8f2a-5d47-9a53-2f6f8f5f7c21");

    private DeliveryId() {}

    public static String of(String eventId, String webhookId) {
        return "msg_" + AppealId.nameBased(NAMESPACE, eventId + "|" + webhookId);
    }
}
