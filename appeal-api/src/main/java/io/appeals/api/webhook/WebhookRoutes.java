package io.appeals.api.webhook;

import io.appeals.api.appeal.Limit;
import io.appeals.api.appeal.Page;
import io.appeals.api.caller.Caller;
import io.appeals.api.command.CommandHeaders;
import io.appeals.api.webhook.WebhookRequests.Subscribe;
import io.appeals.schema.webhook.DeliveryStatus;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where one subscribes to what happens. */
@Controller("/v1/webhooks")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Webhooks")
class WebhookRoutes {

    private final Subscriptions subscriptions;
    private final Deliveries deliveries;
    private final TestDelivery test;

    WebhookRoutes(Subscriptions subscriptions, Deliveries deliveries, TestDelivery test) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.test = test;
    }

    @Post
    @WebhookOperation
    @Parameter(name = "Idempotency-Key", ref = "#/components/parameters/Idempotency-Key")
    @Operation(summary = "Subscribes an address to what happens from now on", description = """
                    The platform and administrators, to any seller's appeals or all; sellers to their own, without what is for the
                    marketplace only. The secret is shown here once.

                    Deliveries follow Standard Webhooks 1.0: verify `webhook-signature` over `webhook-id.webhook-timestamp.body` with one of
                    its libraries. The body is a FeedMessage. About one appeal they come in order; one that fails is tried again for three
                    days, and later ones about the same appeal wait for it. A delivery may come twice: `webhook-id` is the same then.
                    After 410, or when nothing has succeeded for the whole schedule of attempts, the webhook is DISABLED.
                    """)
    @ApiResponse(responseCode = "201", description = "It is made; `secret` is shown this once")
    HttpResponse<WebhookResource> subscribe(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) CommandHeaders headers,
            @Body Subscribe body) {
        Webhook webhook = subscriptions.subscribe(caller, headers.commandId().value(), body);
        return HttpResponse.created(WebhookResource.withSecret(webhook), URI.create("/v1/webhooks/" + webhook.id()));
    }

    @Get
    @WebhookOperation
    @Operation(summary = "Lists the webhooks that the caller may see")
    @ApiResponse(responseCode = "200", description = "All of them")
    Page<WebhookResource> list(@Parameter(hidden = true) Caller caller) {
        return new Page<>(
                subscriptions.all(caller).stream().map(WebhookResource::of).toList(), null);
    }

    @Get("/{webhookId}")
    @WebhookOperation
    @Operation(summary = "Shows a webhook, with why it is disabled if it is")
    @ApiResponse(responseCode = "200", description = "The webhook, without its secret")
    WebhookResource show(@Parameter(hidden = true) Caller caller, @PathVariable String webhookId) {
        return WebhookResource.of(subscriptions.require(caller, webhookId));
    }

    @Delete("/{webhookId}")
    @Status(HttpStatus.NO_CONTENT)
    @WebhookOperation
    @Operation(summary = "Removes a webhook, with everything that is still to be delivered")
    @ApiResponse(responseCode = "204", description = "It is gone")
    void remove(@Parameter(hidden = true) Caller caller, @PathVariable String webhookId) {
        subscriptions.remove(caller, webhookId);
    }

    @Post("/{webhookId}/test")
    @WebhookOperation
    @Operation(
            summary = "Sends `webhook.test` now and tells what came of it",
            description = "One attempt, signed like any other; also while the webhook is disabled.")
    @ApiResponse(responseCode = "200", description = "What came of it")
    TestResult test(@Parameter(hidden = true) Caller caller, @PathVariable String webhookId) {
        return test.to(subscriptions.require(caller, webhookId));
    }

    @Post("/{webhookId}/rotate-secret")
    @WebhookOperation
    @Parameter(name = "Idempotency-Key", ref = "#/components/parameters/Idempotency-Key")
    @Operation(
            summary = "Gives the webhook a new secret",
            description =
                    "The former one signs as well until `previousSecretUntil`; both signatures are sent, the new one first.")
    @ApiResponse(responseCode = "200", description = "The webhook; `secret` is shown this once")
    WebhookResource rotate(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) CommandHeaders headers,
            @PathVariable String webhookId) {
        return WebhookResource.withSecret(
                subscriptions.rotate(caller, webhookId, headers.commandId().value()));
    }

    @Post("/{webhookId}/enable")
    @WebhookOperation
    @Operation(
            summary = "Enables a webhook that was disabled",
            description = "Deliveries go on from where they stopped; nothing that happened meanwhile is left out.")
    @ApiResponse(responseCode = "200", description = "The webhook")
    WebhookResource enable(@Parameter(hidden = true) Caller caller, @PathVariable String webhookId) {
        return WebhookResource.of(subscriptions.enable(caller, webhookId));
    }

    @Get("/{webhookId}/deliveries")
    @WebhookOperation
    @Operation(
            summary = "Lists deliveries, the latest event first",
            description = "All that wait or were given up, and the latest few hundred attempts.")
    @ApiResponse(responseCode = "200", description = "The deliveries")
    Page<DeliveryResource> deliveries(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String webhookId,
            @QueryValue @Nullable DeliveryStatus status,
            @Parameter(description = "From 1 to 200") @QueryValue(defaultValue = "100") int limit) {
        Webhook webhook = subscriptions.require(caller, webhookId);
        return new Page<>(deliveries.of(webhook, status, Limit.of(limit)), null);
    }

    @Post("/{webhookId}/deliveries/{deliveryId}/retry")
    @Status(HttpStatus.ACCEPTED)
    @WebhookOperation
    @Operation(
            summary = "Has a delivery tried again now",
            description =
                    "One that waits goes at once, after those about the same appeal before it; any other is sent once more, under the same webhook-id.")
    @ApiResponse(responseCode = "202", description = "It is on its way")
    DeliveryResource retry(
            @Parameter(hidden = true) Caller caller, @PathVariable String webhookId, @PathVariable String deliveryId) {
        return deliveries.retry(caller, subscriptions.require(caller, webhookId), deliveryId);
    }
}
