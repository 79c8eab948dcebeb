package io.appeals.api.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.api.http.Bodies;
import io.appeals.api.http.Person;
import io.appeals.api.http.RunningApi;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Who is told what became of a command. */
class CommandRoutesTest {

    private static final RunningApi api = RunningApi.start();

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void whoeverUsesTheIdOfSomebodyElsesCommandLearnsNothingOfIt() {
        String key = "k-" + UUID.randomUUID();
        Person sender = api.seller("S-1").with("idempotency-key", key);
        Person curious = api.seller("S-2").with("idempotency-key", key);
        String theirs = opened(api.seller("S-1"));
        String own = opened(api.seller("S-2"));
        sender.post("/v1/appeals/" + theirs + "/messages", "{\"body\": \"For you only.\"}")
                .isOk();

        curious.post("/v1/appeals/" + own + "/messages", "{\"body\": \"Whose is it?\"}");

        curious.get("/v1/commands/" + key).isProblem(404, "not-found");
        assertThat(sender.get("/v1/commands/" + key).isOk().text("/appealId")).isEqualTo(theirs);
    }

    private static String opened(Person seller) {
        return seller.post("/v1/appeals", Bodies.opening("L-" + UUID.randomUUID()))
                .is(201)
                .text("/appealId");
    }
}
