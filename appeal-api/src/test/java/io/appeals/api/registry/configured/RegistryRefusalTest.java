package io.appeals.api.registry.configured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A registry that does not play along is told of in one line that says what to do")
class RegistryRefusalTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            401 | {"message": "no such user"}   | set appeals.schema-registry.authorization
            403 | {"message": "not allowed"}    | set appeals.schema-registry.authorization
            404 | <html>                        | the address is not that of its Confluent-compatible API
            409 | {"message": "x at /fields/1"} | it holds a version of this subject that is not the product's
            409 | {"message": "x at /fields/1"} | (x at /fields/1)
            422 | {"message": "Invalid schema"} | Invalid schema
            200 | <html>                        | no schema registry answers there
            """)
    void whatItAnsweredAndWhatToDo(int status, String body, String line) {
        try (RegistryAnswers registry = RegistryAnswers.always(status, body)) {
            assertThatThrownBy(() -> RegisteredIds.register(registry.url(), "", List.of()))
                    .isInstanceOf(RegistryRefusal.class)
                    .hasMessageContaining("the schema registry at " + registry.url() + " refuses appeals.")
                    .hasMessageContaining("status " + status)
                    .hasMessageContaining(line)
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void nobodyListens() {
        String url;
        try (RegistryAnswers registry = RegistryAnswers.always(200, "{}")) {
            url = registry.url();
        }

        assertThatThrownBy(() -> RegisteredIds.register(url, "", List.of()))
                .isInstanceOf(RegistryRefusal.class)
                .hasMessageContaining("the schema registry at " + url + " does not answer")
                .hasMessageContaining("appeals.schema-registry.url");
    }

    @Test
    void aRegistryWithoutTheProductsSchemasIsOfNoUseToAReader() {
        try (RegistryAnswers registry = RegistryAnswers.always(404, "{\"error_code\": 40401}")) {
            assertThatThrownBy(() -> RegisteredIds.find(registry.url(), ""))
                    .hasMessageContaining("has none of the product's schemas");
        }
    }

    @Test
    void whatItWantsToBeShownIsShownWithEachRequest() {
        try (RegistryAnswers registry = RegistryAnswers.always(404, "{\"error_code\": 40401}")) {
            assertThatThrownBy(() -> RegisteredIds.find(registry.url(), "Basic dXNlcjpwYXNz"))
                    .isInstanceOf(RegistryRefusal.class);

            assertThat(Set.copyOf(registry.authorizations())).containsExactly("Basic dXNlcjpwYXNz");
        }
    }
}
