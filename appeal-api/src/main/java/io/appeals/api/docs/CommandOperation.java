package io.appeals.api.docs;

import io.appeals.api.command.AcceptedCommand;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A route that takes a command to an appeal. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@CommandProblems
@ApiResponse(
        responseCode = "200",
        description = "Carried out and committed",
        headers = {
            @Header(
                    name = "ETag",
                    description = "The appeal's version",
                    schema = @Schema(implementation = String.class))
        },
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = AcceptedCommand.class)))
public @interface CommandOperation {}
