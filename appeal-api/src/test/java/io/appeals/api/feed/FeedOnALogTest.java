package io.appeals.api.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.api.http.Answer;
import io.appeals.api.http.Casework;
import io.appeals.api.http.Person;
import io.appeals.api.http.SmallCluster;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The stream as its clients see it, from commands over HTTP through a real log. */
@Tag("broker")
@Timeout(120)
class FeedOnALogTest {

    @RegisterExtension
    static final SmallCluster live = new SmallCluster();

    private static final int MANY = 4_000;
    private static final int LONG = 4_000;

    /** As in the cluster's settings. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static EventStream open(Person person, String query) {
        return EventStream.open(live.api(), person, query, null);
    }

    private static Person analyst() {
        return live.api().with("analyst", "an-1");
    }

    @Test
    void everyEventIsHeardAsItHappensInOrder() {
        try (EventStream stream = open(analyst(), "")) {
            Casework appeal = Casework.underReview(live.api());
            stream.await(heard -> heard.about(appeal.id()).size() == appeal.version());
            assertThat(stream.about(appeal.id()).stream().map(EventStream.Event::sequence))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, appeal.version()).boxed().toList());
            EventStream.Event last = stream.about(appeal.id()).getLast();
            assertThat(last.name()).isEqualTo("ReviewStarted");
            assertThat(last.data().at("/type").asText()).isEqualTo("ReviewStarted");
            assertThat(last.data().at("/sellerId").asText()).isEqualTo(appeal.sellerId());
            assertThat(last.data().at("/data/status").asText()).isEqualTo("UNDER_REVIEW");
        }
    }

    @Test
    void aClientThatComesBackMissesNothingAndHearsNothingTwice() {
        String lastId;
        List<String> heard = new ArrayList<>();
        List<Casework> appeals = new ArrayList<>();
        try (EventStream stream = open(analyst(), "")) {
            for (int i = 0; i < 5; i++) {
                appeals.add(Casework.submitted(live.api()));
            }
            stream.await(now -> now.events().size() >= 7);
            // Of what came later it has heard, but not taken notice.
            List<EventStream.Event> noticed = List.copyOf(stream.events()).subList(0, 7);
            noticed.forEach(event -> heard.add(event.appealId() + "/" + event.sequence()));
            lastId = noticed.getLast().id();
        }
        appeals.add(Casework.submitted(live.api()));
        int all = appeals.stream().mapToInt(appeal -> (int) appeal.version()).sum();

        try (EventStream again = EventStream.open(live.api(), analyst(), "", lastId)) {
            Casework later = Casework.enforced(live.api());
            again.await(now -> now.about(later.id()).size() == 1 && now.events().size() >= all - 7 + 1);
            again.events().forEach(event -> heard.add(event.appealId() + "/" + event.sequence()));
            assertThat(heard).doesNotHaveDuplicates().hasSize(all + 1);
        }
    }

    @Test
    void whoeverBeginsAtTheBeginningHearsAllThereIs() {
        Casework before = Casework.submitted(live.api());
        try (EventStream stream = EventStream.open(live.api(), before.seller(), "", "beginning")) {
            stream.await(heard -> heard.about(before.id()).size() == before.version());
            assertThat(stream.events()).hasSize((int) before.version());
        }
    }

    @Test
    void anIdTellsASellerNothingOfHowMuchHappensElsewhere() {
        Casework own = Casework.enforced(live.api());
        try (EventStream stream = open(own.seller(), "")) {
            own.by("seller", "/messages", "{\"body\": \"Hello.\"}");
            stream.await(heard -> !heard.events().isEmpty());
            assertThat(stream.lastId()).matches("[A-Za-z0-9_-]+");
        }
    }

    @Test
    void aSellerHearsOfTheirOwnAppealsAndNothingThatIsForTheMarketplaceOnly() {
        Casework own = Casework.underReview(live.api());
        try (EventStream stream = open(own.seller(), "")) {
            Casework other = Casework.submitted(live.api());
            own.by("reviewer", "/messages", "{\"body\": \"Looks forged.\", \"visibility\": \"MARKETPLACE\"}")
                    .by("reviewer", "/flags", "{\"flag\": \"DOCUMENT_REUSED\", \"reason\": \"Seen before.\"}")
                    .by("reviewer", "/messages", "{\"body\": \"We need a day.\", \"visibility\": \"ALL\"}");
            stream.await(heard -> !heard.events().isEmpty());
            assertThat(stream.events()).hasSize(1);
            assertThat(stream.events().getFirst().data().toString()).contains("We need a day.");
            assertThat(stream.about(other.id())).isEmpty();
            own.seller().get("/v1/stream?appealId=" + other.id()).isProblem(404, "not-found");
        }
    }

    @Test
    void aRepresentativeHearsOfACaseForAsLongAsAMandateToReadLasts() {
        String id = "R-" + UUID.randomUUID();
        Casework appeal = Casework.opened(live.api());
        Person lawyer = live.api().with("representative", id);
        try (EventStream stream = open(lawyer, "")) {
            appeal.by("seller", "/mandates", """
                    {"mandateId": "m-1", "representativeId": "%s", "representativeType": "LAWYER", "scopes": ["READ"],
                     "validFrom": "2026-01-01T00:00:00Z", "validTo": "2099-01-01T00:00:00Z"}
                    """.formatted(id))
                    .by("seller", "/messages", "{\"body\": \"For the lawyer.\"}");
            stream.await(heard -> heard.about(appeal.id()).size() == 2);

            Answer revoked = appeal.seller()
                    .delete("/v1/appeals/" + appeal.id() + "/mandates/m-1")
                    .isOk();
            appeal.seller()
                    .get("/v1/appeals/" + appeal.id() + "?minVersion=" + revoked.text("/version"))
                    .isOk();
            appeal.seller()
                    .post("/v1/appeals/" + appeal.id() + "/messages", "{\"body\": \"Not for the lawyer.\"}")
                    .isOk();
            String before = stream.lastId();
            stream.await(heard -> !heard.lastId().equals(before));
            assertThat(stream.events().toString()).contains("For the lawyer.").doesNotContain("Not for the lawyer.");
        }
        try (EventStream again = open(live.api().with("representative", "R-stranger"), "")) {
            Casework.enforced(live.api());
            again.awaitComment("heartbeat");
            assertThat(again.events()).isEmpty();
        }
    }

    @Test
    void oneHearsOnlyWhatOneAsksFor() {
        Casework one = Casework.enforced(live.api());
        try (EventStream ofOne = open(analyst(), "?appealId=" + one.id());
                EventStream ofSeller = open(analyst(), "?sellerId=" + one.sellerId());
                EventStream ofTypes = open(analyst(), "?types=AppealWithdrawn,Enforcement*")) {
            Casework other = Casework.closed(live.api());
            one.by("seller", "/messages", "{\"body\": \"Hello.\"}");
            ofOne.await(heard -> !heard.events().isEmpty());
            ofSeller.await(heard -> !heard.events().isEmpty());
            ofTypes.await(heard -> heard.about(other.id()).size() == 2);
            assertThat(ofOne.events()).extracting(EventStream.Event::name).containsExactly("MessagePosted");
            assertThat(ofSeller.events()).extracting(EventStream.Event::name).containsExactly("MessagePosted");
            assertThat(ofTypes.about(other.id()))
                    .extracting(EventStream.Event::name)
                    .containsExactly("EnforcementRecorded", "AppealWithdrawn");
        }
    }

    @Test
    void aQuietStreamShowsThatItLivesAndMovesItsPositionOn() {
        try (EventStream stream = open(live.api().seller("S-quiet"), "")) {
            String begin = stream.lastId();
            Casework.enforced(live.api());
            stream.awaitComment("heartbeat");
            stream.await(heard -> !heard.lastId().equals(begin));
            assertThat(stream.events()).isEmpty();
        }
    }

    @Test
    void aClientThatTakesNothingIsDroppedAndNobodyElseNotices() throws IOException, InterruptedException {
        String seller = "S-" + UUID.randomUUID();
        String begin;
        try (EventStream stream = open(analyst(), "")) {
            begin = stream.lastId();
        }
        try (EventStream other = open(analyst(), "?sellerId=" + seller);
                Socket lazy = new Socket()) {
            lazy.setReceiveBufferSize(4_096);
            lazy.connect(new InetSocketAddress(
                    live.api().uri().getHost(), live.api().uri().getPort()));
            lazy.getOutputStream()
                    .write(("GET /v1/stream HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                    + analyst().token() + "\r\nLast-Event-ID: " + begin + "\r\n\r\n")
                            .getBytes(UTF_8));
            live.api()
                    .with("platform", "market")
                    .with("content-type", "application/x-ndjson")
                    .send("POST", "/v1/commands", muchToSay(seller))
                    .isOk();
            other.await(heard -> heard.events().size() == MANY);
            Thread.sleep(PATIENCE.multipliedBy(3));
            assertThat(drain(lazy)).isPositive().isLessThan((long) MANY * LONG);
        }
    }

    private static String muchToSay(String seller) {
        String facts = "x".repeat(LONG);
        return IntStream.range(0, MANY)
                .mapToObj(i -> """
                        {"type":"RecordEnforcement","commandId":"%s","sellerId":"%s","subject":{"type":"LISTING","reference":"L-%d"},\
                        "restriction":"LISTING_REMOVED","decisionGround":"Terms","facts":"%s"}
                        """.formatted(UUID.randomUUID(), seller, i, facts))
                .collect(Collectors.joining());
    }

    /** Reads what is on the way, until the end: so much the client got before it was dropped. */
    private static long drain(Socket lazy) throws IOException {
        lazy.setReceiveBufferSize(1 << 20);
        lazy.setSoTimeout(10_000);
        InputStream in = lazy.getInputStream();
        byte[] buffer = new byte[1 << 16];
        long total = 0;
        Instant deadline = Instant.now().plusSeconds(30);
        try {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                total += n;
                assertThat(Instant.now()).as("there is an end, after %d", total).isBefore(deadline);
            }
        } catch (SocketException reset) {
            return total;
        }
        return total;
    }

    @Test
    void whatMakesNoSenseIsNamed() {
        Person analyst = analyst();
        for (String id : new String[] {"x", "events.v1=1,2,3,x", "events.v1=0,0,0,0", "events.v1=9999999,0,0,0"}) {
            assertThat(analyst.with("last-event-id", id)
                            .get("/v1/stream")
                            .isProblem(400, "malformed")
                            .text("/errors/0/pointer"))
                    .isEqualTo("Last-Event-ID");
        }
        analyst.get("/v1/stream?types=NoSuchEvent").isProblem(400, "malformed");
        analyst.get("/v1/stream?types=,").isProblem(400, "malformed");
        analyst.get("/v1/stream?colour=red").isProblem(400, "malformed");
        live.api().anybody().get("/v1/stream").isProblem(401, "unauthenticated");
    }
}
