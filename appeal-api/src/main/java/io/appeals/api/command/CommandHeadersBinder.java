package io.appeals.api.command;

import io.appeals.api.caller.Role;
import io.appeals.api.problem.ProblemException;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lets a route name the {@link CommandHeaders} among its arguments. */
@Singleton
class CommandHeadersBinder implements TypedRequestArgumentBinder<CommandHeaders> {

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    static final String ACTING_AS = "X-Acting-As";
    static final String PREFER = "Prefer";

    private static final Argument<CommandHeaders> TYPE = Argument.of(CommandHeaders.class);

    /** Quoted as the IETF's draft wants it, or bare as nearly everybody sends it. */
    private static final Pattern KEY = Pattern.compile("\"([!#-~]{1,128})\"|([!#-~]{1,128})");

    private static final Pattern ETAG = Pattern.compile("\"(\\d{1,18})\"");

    @Override
    public Argument<CommandHeaders> argumentType() {
        return TYPE;
    }

    @Override
    public BindingResult<CommandHeaders> bind(
            ArgumentConversionContext<CommandHeaders> context, HttpRequest<?> request) {
        HttpHeaders headers = request.getHeaders();
        CommandHeaders read = new CommandHeaders(
                commandId(headers.get(IDEMPOTENCY_KEY)),
                expectedVersion(headers.get(HttpHeaders.IF_MATCH)),
                headers.getAll(PREFER).stream().anyMatch(CommandHeadersBinder::prefersNotToWait),
                actingAs(headers.get(ACTING_AS)));
        return () -> Optional.of(read);
    }

    private static CommandId commandId(@Nullable String key) {
        if (key == null) {
            return CommandId.random();
        }
        Matcher matcher = KEY.matcher(key.strip());
        if (!matcher.matches()) {
            throw ProblemException.malformed(
                    IDEMPOTENCY_KEY, "format", "expected 1 to 128 visible ASCII characters, for instance a UUID");
        }
        return new CommandId(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
    }

    private static @Nullable Long expectedVersion(@Nullable String etag) {
        if (etag == null) {
            return null;
        }
        Matcher matcher = ETAG.matcher(etag.strip());
        if (!matcher.matches()) {
            throw ProblemException.malformed(
                    HttpHeaders.IF_MATCH,
                    "format",
                    "expected the ETag of an appeal, its version in double quotes such as \"3\", not " + etag);
        }
        return Long.valueOf(matcher.group(1));
    }

    private static boolean prefersNotToWait(String preference) {
        return preference.contains("respond-async");
    }

    private static @Nullable Role actingAs(@Nullable String role) {
        return role == null ? null : Role.ofClaim(role.strip()).orElseThrow(() -> Role.unknown(ACTING_AS, role));
    }
}
