package io.appeals.api.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.appeals.api.demo.Step.Await;
import io.appeals.api.demo.Step.Look;
import io.appeals.api.demo.Step.Send;
import io.appeals.schema.appeal.AppealStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Plays one appeal after the other, step by step, and compares every answer with what the scenario says. */
final class Player {

    private static final Duration BEFORE_TRYING_AGAIN = Duration.ofMillis(500);

    /** Much longer than the product takes to notice that a deadline is over, however fast its time runs. */
    private static final Duration UNTIL_NOTICED = Duration.ofSeconds(60);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final ApiClient api;
    private final PlayTime time;
    private final Pace pace;
    private final Tally tally;

    Player(ApiClient api, PlayTime time, Pace pace, Tally tally) {
        this.api = api;
        this.time = time;
        this.pace = pace;
        this.tally = tally;
    }

    /** Plays to the end, or to the first answer that is not as it should be: after that nothing would fit any more. */
    void play(Scenario scenario) throws InterruptedException {
        tally.begun();
        AppealStatus before = AppealStatus.APPEALABLE;
        for (int i = 0; i < scenario.steps().size(); i++) {
            Step step = scenario.steps().get(i);
            if (!goesWell(scenario, step, i)) {
                return;
            }
            tally.moved(before, step.after().status());
            before = step.after().status();
        }
        if (scenario.plot().leftOpen()) {
            tally.leftOpen(scenario.appealId());
        }
    }

    private boolean goesWell(Scenario scenario, Step step, int number) throws InterruptedException {
        time.pass(step.delay());
        if (step instanceof Send) {
            pace.awaitTurn();
        }
        Answer answer = step instanceof Await await ? awaited(await) : answer(scenario, step, number);
        Optional<String> surprise = answer.isGood() ? surprise(step, answer) : Optional.of(answer.told());
        if (surprise.isPresent() && answer.status() >= 500) {
            tally.failed(step, surprise.get());
        } else if (surprise.isPresent()) {
            tally.refused(step, surprise.get());
        } else if (step instanceof Send) {
            tally.accepted();
        }
        return surprise.isEmpty();
    }

    /** Looks until it has come about, or has not for too long. */
    private Answer awaited(Await step) throws InterruptedException {
        long giveUpAt = System.nanoTime() + UNTIL_NOTICED.toNanos();
        while (true) {
            Answer answer = answer(() -> api.read(step.who(), step.path()));
            if (!answer.isGood() || surprise(step, answer).isEmpty() || System.nanoTime() - giveUpAt > 0) {
                return answer;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    /** A question, or a command, that may be put again. */
    @FunctionalInterface
    private interface Request {
        Answer send() throws IOException, InterruptedException;
    }

    private Answer answer(Scenario scenario, Step step, int number) throws InterruptedException {
        return switch (step) {
            case Look _, Await _ -> {
                String path = step.path() + "?minVersion=" + step.after().version();
                yield answer(() -> api.read(step.who(), path));
            }
            case Send send -> {
                Body body = send.body().sentAt(time.now());
                String commandId = "demo-" + scenario.appealId() + "-" + number;
                yield answer(() -> api.send(send.who(), send.verb(), send.path(), body, commandId, send.seenVersion()));
            }
        };
    }

    /** Asks until there is an answer. A command keeps its id, so that it is carried out once however often it is sent. */
    private Answer answer(Request request) throws InterruptedException {
        while (true) {
            try {
                Answer answer = request.send();
                if (!answer.isNotYet()) {
                    return answer;
                }
                Thread.sleep(answer.retryAfter());
            } catch (IOException e) {
                tally.unanswered();
                Thread.sleep(BEFORE_TRYING_AGAIN);
            }
            tally.retried();
        }
    }

    /** What is different from what the scenario says; empty when nothing is. */
    private static Optional<String> surprise(Step step, Answer answer) {
        String expected = standing(
                String.valueOf(step.after().version()),
                step.after().status().name(),
                step.after().stage().name());
        String found = standing(answer.text("version"), answer.text("status"), answer.text("stage"));
        if (!found.equals(expected)) {
            return Optional.of("expected " + expected + ", but it is " + found);
        }
        Set<String> missing = switch (step) {
            case Look look -> missing(look.offered(), answer.body().findValuesAsText("action"));
            case Await _ -> Set.of();
            case Send send ->
                missing(
                        Set.of(send.event()),
                        answer.body()
                                .path("events")
                                .valueStream()
                                .map(JsonNode::asText)
                                .toList());
        };
        return missing.isEmpty() ? Optional.empty() : Optional.of("expected " + missing + " in " + answer.body());
    }

    private static String standing(String version, String status, String stage) {
        return "version " + version + ", " + status + " at " + stage;
    }

    private static Set<String> missing(Set<String> expected, List<String> found) {
        return expected.stream().filter(word -> !found.contains(word)).collect(Collectors.toSet());
    }
}
