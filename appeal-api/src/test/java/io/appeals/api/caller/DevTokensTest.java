package io.appeals.api.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appeals.api.http.Answer;
import io.appeals.api.http.RunningApi;
import io.appeals.api.settings.InvalidSetting;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens that a trial node gives to whoever asks. */
class DevTokensTest {

    @Test
    void aTokenOutlivesARestartOfTheNode(@TempDir Path data) {
        String token;
        try (RunningApi api = RunningApi.start(Map.of("appeals.data", data.toString()))) {
            token = api.with("analyst", "an-1").token();
        }
        try (RunningApi again = RunningApi.start(Map.of("appeals.data", data.toString()))) {
            again.anybody().withToken(token).get("/v1/categories").isOk();
        }
    }

    @Test
    void aTokenOfAnotherNodeIsNotTaken() {
        try (RunningApi api = RunningApi.start();
                RunningApi other = RunningApi.start()) {
            other.anybody()
                    .withToken(api.with("analyst", "an-1").token())
                    .get("/v1/categories")
                    .isProblem(401, "unauthenticated");
        }
    }

    @Test
    void aTokenTellsWhenItExpiresAndASellersIdIsTheirOwnUnlessNamed() {
        try (RunningApi api = RunningApi.start(Map.of("appeals.security.dev-token-lifetime", "10m"))) {
            Answer given = api.anybody()
                    .post("/v1/dev/token", "{\"role\":\"seller\",\"id\":\"u-1\",\"sellerId\":\"S-9\"}")
                    .isOk();
            assertThat(Instant.parse(given.text("/expiresAt")))
                    .isBetween(Instant.now().plusSeconds(500), Instant.now().plusSeconds(601));
            api.anybody()
                    .withToken(given.text("/token"))
                    .get("/v1/sellers/S-9/summary")
                    .isOk();
            api.seller("S-1").get("/v1/sellers/S-1/summary").isOk();
            api.anybody()
                    .post("/v1/dev/token", "{\"role\":\"king\",\"id\":\"u-1\"}")
                    .isProblem(400, "malformed");
        }
    }

    @Test
    void aNodeWithoutAProviderAndWithoutTrialTokensSaysWhatToSet() {
        assertThatThrownBy(() -> RunningApi.start(Map.of("appeals.security.dev-tokens", "false")))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("appeals.security.jwks-url")
                .hasMessageContaining("APPEALS_SECURITY_JWKS_URL")
                .hasMessageContaining("appeals.security.dev-tokens=true");
    }
}
