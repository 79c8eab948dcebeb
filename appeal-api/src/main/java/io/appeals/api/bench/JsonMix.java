package io.appeals.api.bench;

import io.appeals.api.bench.CommandMix.Appeal;
import java.util.List;

/** The same commands as text: as single requests, and as lines of a stream. Put together by hand, since encoding must cost next to nothing here. */
final class JsonMix {

    private static final List<String> TYPES =
            List.of("RecordEnforcement", "OpenAppeal", "AttachEvidence", "SubmitAppeal", "StartReview", "PostMessage");

    /** What stands in the path after the appeal's id, where it has one. */
    private static final List<String> PATHS = List.of("", "", "/evidence", "/submit", "/start-review", "/messages");

    /** The fields that are the same for every appeal. */
    private static final List<String> FIELDS = List.of(
            text("restriction", CommandMix.RESTRICTION)
                    + "," + text("decisionGround", CommandMix.GROUND)
                    + "," + text("facts", CommandMix.FACTS),
            text("category", CommandMix.CATEGORY) + "," + text("statement", CommandMix.STATEMENT),
            text("evidenceId", CommandMix.EVIDENCE_ID)
                    + "," + text("kind", CommandMix.EVIDENCE_KIND)
                    + "," + text("fileName", CommandMix.FILE_NAME)
                    + "," + text("contentType", CommandMix.CONTENT_TYPE)
                    + ",\"sizeBytes\":" + CommandMix.FILE_SIZE
                    + "," + text("sha256", CommandMix.SHA_256),
            "\"truthDeclaration\":{\"accepted\":true," + text("signer", CommandMix.SIGNER) + "}",
            text("note", CommandMix.NOTE),
            text("messageId", CommandMix.MESSAGE_ID) + "," + text("body", CommandMix.MESSAGE));

    private JsonMix() {}

    static String path(Appeal appeal, int turn) {
        return switch (turn) {
            case 0 -> "/v1/enforcements";
            case 1 -> "/v1/appeals";
            default -> "/v1/appeals/" + appeal.appealId() + PATHS.get(turn);
        };
    }

    static String body(Appeal appeal, int turn) {
        return "{" + matter(appeal, turn) + FIELDS.get(turn) + "}";
    }

    /** A line for a platform's stream, which says for whom it sends. */
    static String line(Appeal appeal, int turn) {
        return "{" + text("type", TYPES.get(turn))
                + "," + text("commandId", appeal.commandId(turn))
                + "," + text("appealId", appeal.appealId())
                + ",\"actor\":{" + text("type", appeal.sender(turn).name())
                + "," + text("id", appeal.senderId(turn)) + "},"
                + matter(appeal, turn) + FIELDS.get(turn) + "}\n";
    }

    private static String matter(Appeal appeal, int turn) {
        return turn > 1
                ? ""
                : text("sellerId", appeal.sellerId()) + ",\"subject\":{\"type\":\"LISTING\","
                        + text("reference", appeal.reference()) + "},";
    }

    /** None of the values needs escaping. */
    private static String text(String name, String value) {
        return "\"" + name + "\":\"" + value + "\"";
    }
}
