package io.appeals.api.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.appeals.api.demo.AppealCategory.EvidenceDemand;
import io.appeals.schema.appeal.RequirementLevel;
import io.appeals.schema.appeal.SubjectType;
import java.io.IOException;
import java.util.List;

/** The categories that a running product knows, as {@code GET /v1/categories} tells them. */
final class CategoryList {

    private CategoryList() {}

    /**
     * Asks the product.
     *
     * @throws IOException when it does not answer, or answers something else
     */
    static List<AppealCategory> read(ApiClient api, Person reader) throws IOException, InterruptedException {
        Answer answer = api.read(reader, "/v1/categories");
        if (!answer.isGood() || answer.body().path("items").isEmpty()) {
            throw new IOException("it has no categories: " + answer.told());
        }
        return answer.body()
                .path("items")
                .valueStream()
                .map(CategoryList::category)
                .toList();
    }

    private static AppealCategory category(JsonNode json) {
        return new AppealCategory(
                json.path("code").asText(),
                texts(json, "subjectTypes").stream().map(SubjectType::valueOf).toList(),
                json.path("planOfAction").asText().equals("REQUIRED"),
                json.path("evidence").valueStream().map(CategoryList::demand).toList());
    }

    private static EvidenceDemand demand(JsonNode json) {
        return new EvidenceDemand(
                json.path("kind").asText(),
                RequirementLevel.valueOf(json.path("level").asText()),
                texts(json, "insteadOf"));
    }

    private static List<String> texts(JsonNode json, String field) {
        return json.path(field).valueStream().map(JsonNode::asText).toList();
    }
}
