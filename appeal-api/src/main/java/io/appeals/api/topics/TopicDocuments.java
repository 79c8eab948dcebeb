package io.appeals.api.topics;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.appeals.api.settings.Setting;
import io.appeals.api.settings.Settings;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;

/** Serves what is written of the topics, for machines and for people. */
@Controller
@Hidden
@Secured(SecurityRule.IS_ANONYMOUS)
class TopicDocuments {

    private static final MediaType YAML = MediaType.of("application/yaml");

    private final byte[] asyncApi;
    private final String page;

    TopicDocuments(Settings settings) {
        int partitions = settings.number(Setting.KAFKA_PARTITIONS);
        asyncApi = AsyncApi.of(partitions).yaml().getBytes(UTF_8);
        page = TopicsPage.of(partitions);
    }

    @Get(uri = "/asyncapi.yml", produces = MediaType.ALL)
    HttpResponse<byte[]> asyncApi() {
        return HttpResponse.ok(asyncApi).contentType(YAML);
    }

    @Get(uri = "/docs/topics", produces = MediaType.TEXT_HTML)
    String page() {
        return page;
    }
}
