package io.appeals.api;

import io.appeals.api.http.Answer;
import io.appeals.api.http.Person;
import io.appeals.api.http.RunningApi;
import org.junit.jupiter.api.Test;

class StoryTest {

    @Test
    void hello() {
        try (RunningApi api = RunningApi.start()) {
            Person platform = api.with("platform", "mp");
            Answer a = platform.post("/v1/enforcements", """
                {"sellerId":"S-1","subject":{"type":"LISTING","reference":"L-1"},"restriction":"LISTING_REMOVED","decisionGround":"terms 4.2","facts":"fake"}
                """);
            System.out.println(a.response() + "\n" + a.response().headers() + "\n" + a.body());
            String id = a.text("/appealId");
            Person seller = api.seller("S-1");
            System.out.println(seller.get("/v1/appeals/" + id).body());
            System.out.println(seller.get("/v1/appeals").body());
            System.out.println(seller.get("/v1/appeals/" + id + "/events").body());
            System.out.println(seller.get("/v1/appeals/" + id + "/readiness").body());
            System.out.println(api.seller("S-2").get("/v1/appeals/" + id).body());
            System.out.println(api.seller("S-2")
                    .post("/v1/appeals/" + id + "/withdraw", "{\"reason\":\"x\"}")
                    .body());
            System.out.println(seller.post(
                            "/v1/appeals/" + id + "/submit",
                            "{\"truthDeclaration\":{\"accepted\":true,\"signer\":\"A\"}}")
                    .body());
            System.out.println(seller.get("/v1/sellers/S-1/summary").body());
            System.out.println(seller.get("/v1/appeals?limit=x").body());
            System.out.println(seller.get("/v1/appeals?clockState=x").body());
            System.out.println(seller.get("/v1/appeals?status=DRAFT,APPEALABLE&status=CLOSED")
                    .body());
            System.out.println(seller.get("/v1/appeals?status=FOO").body());
            Answer s = platform.with("content-type", "application/x-ndjson")
                    .send(
                            "POST",
                            "/v1/commands",
                            "{\"type\":\"OpenAppeal\",\"sellerId\":\"S-3\",\"subject\":{\"type\":\"LISTING\",\"reference\":\"L-9\"},\"category\":\"PRODUCT_AUTHENTICITY\",\"statement\":\"x\"}\nnonsense\n\n{\"type\":\"Foo\"}\n{\"type\":\"PostMessage\",\"sellerId\":\"S-3\",\"subject\":{\"type\":\"LISTING\",\"reference\":\"L-9\"},\"body\":\"hello\"}");
            System.out.println(s.response() + "\n" + s.response().headers() + "\n" + s.body());
        }
    }
}
