package io.appeals.api.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.api.http.Answer;
import io.appeals.api.http.Bodies;
import io.appeals.api.http.Person;
import io.appeals.api.http.RunningApi;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no integrator means to send is refused with what is wrong about it, and never passed over. */
class StrangeRequestsTest {

    private static final RunningApi api = RunningApi.start();

    private final Person seller = api.seller("S-1");
    private final String appeal = "/v1/appeals/"
            + seller.post("/v1/appeals", Bodies.opening("L-" + UUID.randomUUID()))
                    .is(201)
                    .text("/appealId");

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void jsonThatIsTooDeepToReadIsMalformed() {
        Answer refused = seller.post(appeal + "/messages", "{\"body\": " + "[".repeat(2_000) + "]".repeat(2_000) + "}");

        assertThat(refused.isProblem(400, "malformed").text("/detail")).contains("depth");
    }

    @Test
    void aNumberOfAThousandDigitsTooManyIsMalformed() {
        Answer refused = seller.post(appeal + "/messages", "{\"body\": " + "9".repeat(2_000) + "}");

        assertThat(refused.isProblem(400, "malformed").text("/detail")).contains("umber");
    }

    @Test
    void aFieldsNameWithoutEndIsMalformed() {
        seller.post(appeal + "/messages", "{\"" + "n".repeat(60_000) + "\": 1}").isProblem(400, "malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"?verbose=true", "?minversion=3", "/events?limits=5", "/sla?minversion=2", "/readiness?x=1"})
    void aMisspeltParameterIsNotPassedOver(String question) {
        Answer refused = seller.get(appeal + question).isProblem(400, "malformed");

        assertThat(refused.text("/errors/0/code")).isEqualTo("unknown");
        assertThat(refused.text("/errors/0/detail")).contains("known here");
    }

    @Test
    void aCommandTakesNoParametersBesideItsBody() {
        seller.post(appeal + "/messages?visibility=ALL", "{\"body\": \"Hello\"}")
                .isProblem(400, "malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "invoice.pdf"})
    void evidenceIsKeptWhereFilesAre(String location) {
        String evidence = Bodies.evidence("PRODUCT_PHOTO").replaceFirst("https://[^\"]*", location);

        Answer refused = seller.post(appeal + "/evidence", evidence).isProblem(400, "malformed");

        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/location");
        assertThat(refused.text("/errors/0/detail")).contains("https://");
    }
}
