package io.appeals.api.request;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.appeals.api.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads JSON into the records that bodies are. */
public final class BodyReader {

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .reader();

    private BodyReader() {}

    /** @throws ProblemException when the text is no JSON */
    public static JsonNode parse(InputStream text) {
        try {
            return present(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            throw noJson(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws ProblemException when the text is no JSON */
    public static JsonNode parse(byte[] text, int from, int length) {
        try {
            return present(JSON.readTree(text, from, length));
        } catch (JsonProcessingException e) {
            throw noJson(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws ProblemException naming everything that is wrong */
    public static <T extends Record> T read(JsonNode json, Class<T> type) {
        Findings findings = new Findings();
        Object body = RecordShape.of(type).read(json, "", findings);
        findings.refuseIfAny();
        return type.cast(Objects.requireNonNull(body));
    }

    private static JsonNode present(@Nullable JsonNode json) {
        if (json == null || json.isMissingNode()) {
            throw ProblemException.malformed("The request has no body; a JSON object was expected.", List.of());
        }
        return json;
    }

    private static ProblemException noJson(JsonProcessingException e) {
        String reason =
                e instanceof MismatchedInputException ? "there is something after its end" : e.getOriginalMessage();
        JsonLocation at = e.getLocation();
        // what is longer or deeper than the parser allows has no place
        String place = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
        return ProblemException.malformed("The text is no JSON that can be read: " + reason + place + ".", List.of());
    }
}
