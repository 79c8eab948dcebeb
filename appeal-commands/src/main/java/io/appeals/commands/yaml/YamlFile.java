package io.appeals.commands.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One kind of file of rules.
 *
 * @param kind what to call it in messages, for instance "category catalogue"
 */
public record YamlFile(String kind) {

    private static final ObjectReader YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build()
            .reader()
            // a second document behind '---' would be left out in silence
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /**
     * Reads an operator's own.
     *
     * @param rules makes the rules of the whole file, and notes what is wrong with it
     * @throws InvalidFileException when the file cannot be read, is no YAML, or something in it was noted as wrong
     */
    public <T> T read(Path path, Function<YamlNode, T> rules) {
        try {
            return parse(path.toString(), Files.readAllBytes(path), rules);
        } catch (NoSuchFileException e) {
            throw invalid(path.toString(), List.of("there is no such file"), e);
        } catch (IOException e) {
            throw invalid(path.toString(), List.of("it cannot be read: " + e.getMessage()), e);
        }
    }

    /**
     * The same, of a content that has been read already.
     *
     * @param source what to call it in messages
     */
    public <T> T parse(String source, byte[] content, Function<YamlNode, T> rules) throws IOException {
        try {
            List<String> problems = new ArrayList<>();
            T read = rules.apply(new YamlNode("", YAML.readTree(content), problems));
            if (!problems.isEmpty()) {
                throw invalid(source, problems, null);
            }
            return read;
        } catch (MismatchedInputException e) {
            throw invalid(source, List.of(where(e) + "a second document begins here; one was expected"), e);
        } catch (JsonProcessingException e) {
            throw invalid(source, List.of(where(e) + e.getOriginalMessage()), e);
        }
    }

    private InvalidFileException invalid(String source, List<String> problems, @Nullable Throwable cause) {
        return new InvalidFileException(kind, source, problems, cause);
    }

    private static String where(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : "line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ": ";
    }
}
