package io.appeals.api.caller;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Finds out who sends a request. A token that was verified a moment ago is believed again: checking an elliptic-curve
 * signature costs more than everything else that a small request does.
 */
@Singleton
class BearerTokens implements AuthenticationFetcher<HttpRequest<?>> {

    private static final String SCHEME = "Bearer ";
    private static final Duration BELIEVED = Duration.ofMinutes(1);
    private static final int REMEMBERED = 10_000;

    private final Tokens tokens;
    private final Scheduler blocking;
    private final Clock clock;
    private final Map<String, VerifiedCaller> verified = new ConcurrentHashMap<>();

    BearerTokens(Tokens tokens, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.tokens = tokens;
        this.blocking = Schedulers.fromExecutorService(blocking);
        this.clock = Clock.systemUTC();
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        String token = token(request);
        if (token == null) {
            return Mono.empty();
        }
        VerifiedCaller known = verified.get(token);
        return known != null && clock.instant().isBefore(known.until())
                ? Mono.just(new CallerAuthentication(known.caller()))
                : Mono.fromCallable(() -> verify(token)).subscribeOn(blocking);
    }

    private static @Nullable String token(HttpRequest<?> request) {
        String header = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip()
                : null;
    }

    private @Nullable Authentication verify(String token) {
        VerifiedCaller caller = tokens.verify(token).orElse(null);
        if (caller == null) {
            verified.remove(token);
            return null;
        }
        remember(token, caller);
        return new CallerAuthentication(caller.caller());
    }

    private void remember(String token, VerifiedCaller caller) {
        if (verified.size() >= REMEMBERED) {
            verified.clear();
        }
        Instant soon = clock.instant().plus(BELIEVED);
        verified.put(token, new VerifiedCaller(caller.caller(), caller.until().isBefore(soon) ? caller.until() : soon));
    }
}
