package io.appeals.api.time;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;

/** Tells what time it is in the product, for whoever names dates to a node whose time may run faster. */
@Controller("/v1/dev/time")
@Requires(property = "appeals.security.dev-tokens", value = "true")
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "The time of a trial")
class DevTimeRoute {

    private final ProductTime time;

    DevTimeRoute(ProductTime time) {
        this.time = time;
    }

    @Schema(name = "ProductTime")
    record Told(
            @Schema(description = "By which commands are judged and SLA clocks run")
            Instant now,

            @Schema(description = "How many times as fast as everybody's it runs", example = "1440")
            int factor) {}

    @Get
    @SecurityRequirements
    @Operation(summary = "Tells the product's time, which a trial can make run faster (trial nodes only)")
    @ApiResponse(responseCode = "200", description = "The time")
    Told time() {
        return new Told(time.instant(), time.factor());
    }
}
