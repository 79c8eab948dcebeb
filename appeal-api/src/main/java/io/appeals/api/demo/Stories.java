package io.appeals.api.demo;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The texts that appeals are told with; they lie beside this class as {@code stories.json}. */
record Stories(List<String> products, List<Story> stories) {

    static Stories load() {
        try (InputStream json = Objects.requireNonNull(Stories.class.getResourceAsStream("stories.json"))) {
            return JsonMapper.builder().build().readValue(json, Stories.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The category's own story, or for one that an operator has added, that of a category about the same subjects. */
    Story of(AppealCategory category) {
        return stories.stream()
                .filter(story -> story.category().equals(category.code()))
                .findFirst()
                .or(() -> stories.stream()
                        .filter(story -> category.subjectTypes().contains(story.subjectType()))
                        .findFirst())
                .orElse(stories.getFirst());
    }
}
