package io.appeals.api.sla;

import io.appeals.api.caller.Caller;
import io.appeals.api.caller.Role;
import io.appeals.api.docs.CommonProblems;
import io.appeals.api.problem.Problem;
import io.appeals.api.problem.ProblemException;
import io.appeals.api.problem.ProblemType;
import io.appeals.api.time.ProductTime;
import io.appeals.projections.sla.SlaQueries;
import io.appeals.projections.sla.policy.PolicyBook;
import io.appeals.projections.sla.simulation.PolicySimulation;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tries other policies on what has happened. */
@Controller("/v1/sla/simulations")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Service levels")
class SimulationRoute {

    private static final String YAML = "application/yaml";
    private static final List<Role> ROLES = List.of(Role.SUPERVISOR, Role.ANALYST, Role.PLATFORM, Role.ADMIN);

    private final Simulations simulations;
    private final SlaQueries sla;
    private final ProductTime time;

    SimulationRoute(Simulations simulations, SlaQueries sla, ProductTime time) {
        this.simulations = simulations;
        this.sla = sla;
        this.time = time;
    }

    @Post(consumes = {YAML, "application/x-yaml", "text/yaml"})
    @CommonProblems
    @Operation(
            summary = "Tells what other policies would have warned and breached",
            description = """
                    Reads the log from its beginning and lets the clocks of all appeals run as they really went, once by the policies in
                    force now and once by those that are sent. Nothing is recorded, alerted or proposed. For supervisors, analysts,
                    platforms and admins.

                    What the policies themselves would have changed is not foreseen: an appeal that stricter ones would have lapsed goes on as
                    it did. Every clock is measured with the policies in force now, also where it was pinned to earlier ones.

                    A node runs one at a time, and answers when it is done: a million events take some twenty seconds. A log that is too long
                    for the time allowed is refused with an estimate.
                    """,
            requestBody =
                    @RequestBody(
                            required = true,
                            description = "A policy file, as a node starts with",
                            content =
                                    @Content(
                                            mediaType = YAML,
                                            schema = @Schema(type = "string"),
                                            examples = @ExampleObject(value = """
                                            version: "draft"
                                            policies:
                                              - name: acknowledgement
                                                metric: acknowledgement
                                                goal: 8h
                                                calendar: elapsed
                                                warnings: [{percent: 75}]
                                            """))))
    @ApiResponse(
            responseCode = "200",
            description = "Both side by side",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = SimulationReport.class)))
    @ApiResponse(
            responseCode = "403",
            description = "`forbidden`: the caller has none of the roles",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "422",
            description = "`simulation-too-long`: the log cannot be read within the time allowed",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    SimulationReport simulate(
            @Parameter(hidden = true) Caller caller,
            @Parameter(description = "Where the period begins", example = "2026-01-01T00:00:00Z") @QueryValue
                    Instant from,
            @Parameter(description = "Where it ends, exclusive; now when left out", example = "2026-02-01T00:00:00Z")
                    @QueryValue
                    @Nullable
                    Instant to,
            @Parameter(hidden = true) @Body @Nullable String policies) {
        requireRole(caller);
        SimulationPeriod period = SimulationPeriod.of(from, to, time.instant());
        PolicyBook after = SentPolicies.read(policies);
        PolicyBook before = sla.policies();
        PolicySimulation simulation = new PolicySimulation(before, after, period.from(), period.to());
        return SimulationReport.of(simulations.run(simulation), period, before.id(), after.id());
    }

    /** Everybody may read the policies; comparing them takes a processor for a while and shows everybody's appeals. */
    private static void requireRole(Caller caller) {
        if (ROLES.stream().noneMatch(caller::is)) {
            throw ProblemException.of(
                    ProblemType.FORBIDDEN,
                    "Policies are compared by those with the role supervisor, analyst, platform or admin.");
        }
    }
}
