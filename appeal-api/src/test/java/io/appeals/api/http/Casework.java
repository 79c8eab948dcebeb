package io.appeals.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.appeals.schema.appeal.AppealId;
import io.appeals.schema.appeal.SubjectType;
import java.util.UUID;

/**
 * One appeal that is taken through its life over HTTP, by the people who have a part in it. After every command it is read
 * at once, and must show what the command did.
 */
public final class Casework {

    private final RunningApi api;
    private final String sellerId = "S-" + UUID.randomUUID();
    private final String listing = "LST-" + UUID.randomUUID();
    private final String id = AppealId.of(sellerId, SubjectType.LISTING, listing);
    private int reviewers;
    private Answer last;

    private Casework(RunningApi api) {
        this.api = api;
        this.last = platform()
                .post("/v1/enforcements", Bodies.enforcement(sellerId, listing))
                .is(201);
        assertThat(last.header("location")).isEqualTo("/v1/appeals/" + id);
        shown();
    }

    public static Casework enforced(RunningApi api) {
        return new Casework(api);
    }

    public static Casework opened(RunningApi api) {
        Casework casework = enforced(api);
        casework.last = casework.seller()
                .post("/v1/appeals", Bodies.opening(casework.listing))
                .is(201);
        casework.shown();
        return casework;
    }

    public static Casework submitted(RunningApi api) {
        return opened(api)
                .by("seller", "/evidence", Bodies.evidence("PURCHASE_INVOICE"))
                .by("seller", "/submit", Bodies.TRUTH);
    }

    public static Casework underReview(RunningApi api) {
        return submitted(api).by("reviewer", "/start-review", "{}");
    }

    public static Casework awaiting(RunningApi api, String source) {
        return underReview(api).by("reviewer", "/information-requests", """
                        {"requestId": "req-1", "from": "%s", "items": [{"kind": "PURCHASE_INVOICE", "requirementLevel": "REQUIRED"}],
                         "message": "Please send the invoice of lot 17."}
                        """.formatted(source));
    }

    public static Casework decided(RunningApi api) {
        return underReview(api).by("reviewer", "/decision", Bodies.decision("UPHELD", "rev-1"));
    }

    /** At PANEL_REVIEW, where a case can be referred to a body outside. */
    public static Casework decidedByPanel(RunningApi api) {
        return decided(api).decidedAgain().decidedAgain();
    }

    public static Casework externallyReviewed(RunningApi api) {
        return decidedByPanel(api).by("seller", "/refer", "{\"body\": \"Settlement body X\"}");
    }

    public static Casework closed(RunningApi api) {
        return submitted(api).by("seller", "/withdraw", "{\"reason\": \"Settled otherwise.\"}");
    }

    private Casework decidedAgain() {
        reviewers++;
        return by("seller", "/escalate", "{\"grounds\": \"The invoice names the goods on page 2.\"}")
                .by("supervisor", "/start-review", "{}")
                .by("supervisor", "/decision", Bodies.decision("UPHELD", person("supervisor")));
    }

    /** Sends a command that must be carried out, and looks at once whether it was. */
    public Casework by(String role, String path, String body) {
        last = send(role, "POST", path, body).isOk();
        shown();
        return this;
    }

    /** Sends a command, whatever becomes of it. */
    public Answer send(String role, String method, String path, String body) {
        Person person = is(role);
        return method.equals("PATCH")
                ? person.patch("/v1/appeals/" + id + path, body)
                : person.send(method, "/v1/appeals/" + id + path, body.isEmpty() ? null : body);
    }

    /** The appeal as it is shown right after the last command; it must have got there. */
    public JsonNode shown() {
        long version = last.json().at("/version").asLong();
        JsonNode appeal = seller().get("/v1/appeals/" + id + "?minVersion=" + version)
                .isOk()
                .json();
        assertThat(appeal.at("/version").asLong()).isEqualTo(version);
        assertThat(appeal.at("/status").asText()).isEqualTo(last.text("/status"));
        assertThat(appeal.at("/stage").asText()).isEqualTo(last.text("/stage"));
        assertThat(last.header("etag")).isEqualTo("\"" + version + "\"");
        return appeal;
    }

    public Answer last() {
        return last;
    }

    public long version() {
        return last.json().at("/version").asLong();
    }

    public String id() {
        return id;
    }

    public String sellerId() {
        return sellerId;
    }

    public String listing() {
        return listing;
    }

    public Person seller() {
        return api.seller(sellerId);
    }

    public Person platform() {
        return api.with("platform", "marketplace");
    }

    public Person is(String role) {
        return role.equals("seller") ? seller() : api.with(role, person(role));
    }

    /** Nobody decides twice, so that each stage has people of its own. */
    private String person(String role) {
        return switch (role) {
            case "reviewer" -> "rev-1";
            case "supervisor" -> "sup-" + reviewers;
            default -> "marketplace";
        };
    }
}
