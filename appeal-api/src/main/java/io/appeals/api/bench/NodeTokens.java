package io.appeals.api.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.appeals.api.bench.CommandMix.Appeal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Tokens of everybody who sends over HTTP: many callers, so that nobody comes near the limit that each has. */
record NodeTokens(List<String> sellers, List<String> reviewers, List<String> platforms) {

    static NodeTokens of(URI api) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return new NodeTokens(
                    tokens(client, api, "seller", CommandMix.SELLERS, CommandMix::sellerId),
                    tokens(client, api, "reviewer", CommandMix.REVIEWERS, CommandMix::reviewerId),
                    tokens(client, api, "platform", CommandMix.PLATFORMS, CommandMix::platformId));
        }
    }

    /** The token of the one who sends this command. */
    String sender(Appeal appeal, int turn) {
        List<String> tokens = switch (appeal.sender(turn)) {
            case PLATFORM -> platforms;
            case SELLER -> sellers;
            default -> reviewers;
        };
        return tokens.get((int) (appeal.number() % tokens.size()));
    }

    private static List<String> tokens(HttpClient client, URI api, String role, int howMany, IntFunction<String> ids)
            throws IOException, InterruptedException {
        ObjectMapper json = new ObjectMapper();
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < howMany; i++) {
            HttpRequest request = HttpRequest.newBuilder(api.resolve("/v1/dev/token"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            json.writeValueAsString(Map.of("role", role, "id", ids.apply(i)))))
                    .build();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new BenchFailure("no token for a " + role + ": " + answer.body());
            }
            tokens.add(json.readTree(answer.body()).path("token").asText());
        }
        return tokens;
    }
}
