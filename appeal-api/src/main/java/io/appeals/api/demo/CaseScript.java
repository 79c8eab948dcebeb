package io.appeals.api.demo;

import io.appeals.api.demo.Step.Await;
import io.appeals.api.demo.Step.Look;
import io.appeals.api.demo.Step.Send;
import io.appeals.api.demo.Step.Standing;
import io.appeals.api.demo.Step.Verb;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes down one appeal's steps and keeps in mind where the appeal stands after each. */
final class CaseScript {

    private final Matter matter;
    private final List<Step> steps = new ArrayList<>();
    private final List<String> evidenceIds = new ArrayList<>();
    private Duration delay = Duration.ZERO;
    private Standing standing = new Standing(0, AppealStatus.APPEALABLE, Stage.FIRST_REVIEW);

    CaseScript(Matter matter) {
        this.matter = matter;
    }

    Matter matter() {
        return matter;
    }

    List<Step> steps() {
        return steps;
    }

    AppealStatus status() {
        return standing.status();
    }

    Stage stage() {
        return standing.stage();
    }

    /** An id of something in this case, that nothing else in it has. */
    String newId(String what) {
        return what + "-" + (standing.version() + 1);
    }

    /** What is in the case, in the order in which it came. */
    List<String> evidenceIds() {
        return evidenceIds;
    }

    /** So much time passes before the next step. */
    void later(Duration time) {
        delay = delay.plus(time);
    }

    private Duration takeDelay() {
        Duration taken = delay;
        delay = Duration.ZERO;
        return taken;
    }

    /** Nobody does anything, until the appeal has lapsed. */
    void lapse(Duration after) {
        later(after);
        standing = new Standing(standing.version() + 1, AppealStatus.CLOSED, standing.stage());
        steps.add(new Await(matter.seller(), path(""), takeDelay(), standing));
    }

    /** The person reads the appeal and must find these actions on offer. */
    void look(Person who, String... offered) {
        steps.add(new Look(who, path(""), Set.of(offered), takeDelay(), standing));
    }

    /** Begins the case by a command to a path of its own. */
    void begin(Person who, String path, Body body, String event, AppealStatus becomes) {
        send(who, Verb.POST, path, body, event, new Standing(standing.version() + 1, becomes, standing.stage()));
    }

    /** A command that leaves the status as it is. */
    void post(Person who, String path, Body body, String event) {
        post(who, path, body, event, status());
    }

    /** A command that leads to another status. */
    void post(Person who, String path, Body body, String event, AppealStatus becomes) {
        post(who, path, body, event, becomes, stage());
    }

    /** A command that leads to another status and stage. */
    void post(Person who, String path, Body body, String event, AppealStatus becomes, Stage at) {
        send(who, Verb.POST, path(path), body, event, new Standing(standing.version() + 1, becomes, at));
    }

    void patch(Person who, Body body, String event) {
        send(who, Verb.PATCH, path(""), body, event, unmoved());
    }

    void delete(Person who, String path, String event) {
        send(who, Verb.DELETE, path(path), Body.EMPTY, event, unmoved());
    }

    private void send(Person who, Verb verb, String path, Body body, String event, Standing after) {
        steps.add(new Send(who, verb, path, body, event, seenBy(who), takeDelay(), after));
        standing = after;
    }

    /** Who has just looked answers what was seen; everybody else sends without having looked. */
    private @Nullable Long seenBy(Person who) {
        return !steps.isEmpty()
                        && steps.getLast() instanceof Look look
                        && look.who().equals(who)
                ? (Long) look.after().version()
                : null;
    }

    private Standing unmoved() {
        return new Standing(standing.version() + 1, status(), stage());
    }

    private String path(String below) {
        return "/v1/appeals/" + matter.appealId() + below;
    }
}
