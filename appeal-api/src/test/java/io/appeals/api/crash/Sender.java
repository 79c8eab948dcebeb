package io.appeals.api.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.schema.appeal.AppealId;
import io.appeals.schema.appeal.SubjectType;
import java.io.IOException;
import java.util.Map;

/**
 * Sends one command after another, for one seller's appeals, each as soon as the one before is acknowledged. What stays
 * without an answer is sent again under the same id for as long as it takes, as a platform would.
 */
final class Sender {

    private static final int COMMANDS_AN_APPEAL = 12;
    private static final int OK = 200;
    private static final int CREATED = 201;

    private final String sellerId;
    private final Ledger ledger;
    private int appeal = 1;
    private int acknowledged;

    Sender(String sellerId, Ledger ledger) {
        this.sellerId = sellerId;
        this.ledger = ledger;
    }

    /** Goes on where it was, until the node is gone. */
    void sendUntilTheNodeIsGone(Api api) throws InterruptedException {
        try {
            while (true) {
                sendNext(api);
            }
        } catch (IOException nodeIsGone) {
            // What was under way is sent again to the next one.
        }
    }

    /** Has what it last sent acknowledged, also where the node died over it. */
    void settle(Api api) throws IOException, InterruptedException {
        int before = acknowledged + appeal * COMMANDS_AN_APPEAL;
        while (acknowledged + appeal * COMMANDS_AN_APPEAL == before) {
            sendNext(api);
        }
    }

    private void sendNext(Api api) throws IOException, InterruptedException {
        String commandId = sellerId + "-" + appeal + "-" + (acknowledged + 1);
        ledger.sending(commandId);
        Api.Answer answer = send(api, commandId);
        switch (answer.status()) {
            case OK, CREATED -> accepted(commandId, answer);
            case 202, 429, 503 -> Thread.sleep(100);
            default -> throw new AssertionError(commandId + " was answered " + answer);
        }
    }

    private Api.Answer send(Api api, String commandId) throws IOException, InterruptedException {
        Map<String, String> subject = Map.of("type", "LISTING", "reference", "L-" + appeal);
        return switch (acknowledged) {
            case 0 ->
                api.post(
                        "platform",
                        "marketplace-" + sellerId,
                        "/v1/enforcements",
                        commandId,
                        Map.of(
                                "sellerId", sellerId,
                                "subject", subject,
                                "restriction", "LISTING_REMOVED",
                                "decisionGround", "Terms of sale, 4.2",
                                "facts", "Three buyers reported a counterfeit."));
            case 1 ->
                api.post(
                        "seller",
                        sellerId,
                        "/v1/appeals",
                        commandId,
                        Map.of(
                                "subject", subject,
                                "category", "PRODUCT_AUTHENTICITY",
                                "statement", "The goods are genuine."));
            default ->
                api.post(
                        "seller",
                        sellerId,
                        "/v1/appeals/" + appealId() + "/messages",
                        commandId,
                        Map.of("body", "Message " + commandId));
        };
    }

    private void accepted(String commandId, Api.Answer answer) {
        long version = answer.json().path("version").asLong();
        assertThat(version)
                .as(
                        "version that %s was acknowledged as: lower if one before it was lost, higher if one was applied twice",
                        commandId)
                .isEqualTo(acknowledged + 1);
        ledger.acknowledged(commandId, answer.json().path("appealId").asText(), version);
        acknowledged++;
        if (acknowledged == COMMANDS_AN_APPEAL) {
            acknowledged = 0;
            appeal++;
        }
    }

    /** The view has what was acknowledged, at once. */
    void assertViewIsUpToDate(Api api) throws IOException, InterruptedException {
        if (acknowledged == 0) {
            return;
        }
        Api.Answer answer = api.get("seller", sellerId, "/v1/appeals/" + appealId() + "?minVersion=" + acknowledged);
        assertThat(answer.status()).as("answer %s", answer).isEqualTo(OK);
        // One more where the node died between a commit and its answer.
        assertThat(answer.json().path("version").asLong()).isBetween((long) acknowledged, acknowledged + 1L);
    }

    private String appealId() {
        return AppealId.of(sellerId, SubjectType.LISTING, "L-" + appeal);
    }
}
