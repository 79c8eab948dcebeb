package io.appeals.api.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.appeals.api.problem.ProblemException;
import io.appeals.schema.result.FieldError;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A body is read field by field, nothing is guessed, and every error is told at once. */
class BodyReaderTest {

    enum Colour {
        RED,
        GREEN
    }

    record Inner(String name, @Min(0) @Max(100) int weight) {
        Inner {
            if (name.equals("forbidden")) {
                throw new IllegalArgumentException("this name is taken");
            }
        }
    }

    /** Either nothing, or something in it. */
    record Choice(@Nullable @NotEmpty List<String> types) implements JsonBody {}

    record Body(
            String text,
            @Nullable @Size(max = 5) String brief,

            @Nullable @Pattern(regexp = "[a-z]+", message = "expected small letters")
            String letters,

            @Nullable Boolean flag,
            @Nullable BigDecimal amount,
            @Nullable Instant at,
            @Nullable Colour colour,
            List<String> names,
            @NotEmpty List<Inner> inner)
            implements JsonBody {}

    private static final String RIGHT = """
            {"text": "t", "flag": true, "amount": 12.50, "at": "2026-01-31T10:00:00+01:00", "colour": "RED",
             "inner": [{"name": "a", "weight": 7}]}
            """;

    @Test
    void aBodyThatIsRightIsReadWhole() {
        Body body = read(RIGHT);
        assertThat(body.text()).isEqualTo("t");
        assertThat(body.brief()).isNull();
        assertThat(body.amount()).isEqualByComparingTo("12.50");
        assertThat(body.at()).isEqualTo(Instant.parse("2026-01-31T09:00:00Z"));
        assertThat(body.colour()).isEqualTo(Colour.RED);
        assertThat(body.names()).isEmpty();
        assertThat(body.inner()).containsExactly(new Inner("a", 7));
    }

    @Test
    void everyErrorIsToldAtOnceWithItsPlace() {
        List<FieldError> errors = errorsIn("""
                {"text": 5, "brief": "too long", "letters": "A1", "flag": "yes", "amount": "12", "at": "yesterday",
                 "colour": "BLUE", "names": "x", "extra/field": 1, "inner": [{"name": "a", "weight": 101}, {"weight": 1.5}, 3]}
                """);
        assertThat(errors)
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactlyInAnyOrder(
                        tuple("/extra~1field", "unknown"),
                        tuple("/text", "type"),
                        tuple("/brief", "too-long"),
                        tuple("/letters", "format"),
                        tuple("/flag", "type"),
                        tuple("/amount", "type"),
                        tuple("/at", "type"),
                        tuple("/colour", "type"),
                        tuple("/names", "type"),
                        tuple("/inner/0/weight", "range"),
                        tuple("/inner/1/name", "required"),
                        tuple("/inner/1/weight", "type"),
                        tuple("/inner/2", "type"));
    }

    @Test
    void whatIsMissingOrNullOrBlankIsToldToBeRequired() {
        assertThat(errorsIn("{}")).extracting(FieldError::pointer).containsExactly("/text", "/inner");
        assertThat(errorsIn("{\"text\": null, \"inner\": []}"))
                .extracting(FieldError::pointer)
                .containsExactly("/text", "/inner");
        assertThat(errorsIn("{\"text\": \"  \", \"inner\": [{\"name\": \"a\", \"weight\": 0}]}"))
                .extracting(FieldError::code)
                .containsExactly("required");
    }

    @Test
    void aListThatMayBeLeftOutButNotBeEmptyIsEither() {
        assertThat(read("{}", Choice.class).types()).isNull();
        assertThat(read("{\"types\": null}", Choice.class).types()).isNull();
        assertThat(read("{\"types\": [\"a\"]}", Choice.class).types()).containsExactly("a");
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> read("{\"types\": []}", Choice.class));
        assertThat(refused.problem().errors())
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactly(tuple("/types", "required"));
        assertThat(refused.problem().detail()).contains("at least one, or nothing at all");
    }

    @Test
    void whatARecordItselfRefusesIsToldAtItsPlace() {
        assertThat(errorsIn("{\"text\": \"t\", \"inner\": [{\"name\": \"forbidden\", \"weight\": 0}]}"))
                .containsExactly(new FieldError("/inner/0", "invalid", "this name is taken"));
    }

    @Test
    void aTextThatIsNoJsonIsToldWithTheLineAndColumn() {
        assertThat(refusal("{\"text\": \"t\",\n oops}")).contains("line 2");
        assertThat(refusal("")).contains("no body");
        assertThat(refusal("{} {}")).contains("after its end");
        assertThat(refusal("{\"text\": \"a\", \"text\": \"b\"}")).contains("Duplicate");
        assertThat(refusal("[]")).contains("expected an object with text, brief");
    }

    private static Body read(String json) {
        return read(json, Body.class);
    }

    private static <T extends Record> T read(String json, Class<T> type) {
        byte[] text = json.getBytes(UTF_8);
        return BodyReader.read(BodyReader.parse(text, 0, text.length), type);
    }

    private static List<FieldError> errorsIn(String json) {
        return catchThrowableOfType(ProblemException.class, () -> read(json))
                .problem()
                .errors();
    }

    private static String refusal(String json) {
        return String.valueOf(catchThrowableOfType(ProblemException.class, () -> read(json))
                .problem()
                .detail());
    }
}
