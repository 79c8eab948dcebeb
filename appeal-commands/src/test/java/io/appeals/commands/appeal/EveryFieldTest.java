package io.appeals.commands.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.commands.appeal.FieldChanges.Change;
import io.appeals.commands.intake.CommandForm;
import io.appeals.schema.appeal.ConsideredEvidence;
import io.appeals.schema.appeal.Outcome;
import io.appeals.schema.command.AppealCommand;
import io.appeals.schema.command.AppealCommand.DecideAppeal;
import io.appeals.schema.command.AppealCommand.OpenAppeal;
import io.appeals.schema.result.FieldError;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No field of any command, nested ones included, goes unchecked. */
class EveryFieldTest {

    private final CommandForm form = new CommandForm(TestCatalogue.CATALOGUE);

    static List<Class<? extends AppealCommand>> everyCommand() {
        return WellFormed.kinds();
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void anEmptyTextIsTold(Class<? extends AppealCommand> kind) {
        everyChangeIsTold(sample(kind), FieldChanges.EMPTY_TEXT);
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void aFieldThatIsLeftOutIsToldUnlessItIsOptional(Class<? extends AppealCommand> kind) {
        everyChangeIsTold(sample(kind), FieldChanges.LEFT_OUT);
    }

    private void everyChangeIsTold(AppealCommand sample, Change change) {
        for (FieldChanges.Changed changed : FieldChanges.of((Record) sample, change)) {
            List<FieldError> errors =
                    form.check(new Case().issued((AppealCommand) changed.record(), People.SELLER, null));
            assertThat(errors)
                    .as("%s with a change of %s", sample.type(), changed.pointer())
                    .extracting(FieldError::pointer)
                    .contains(changed.pointer());
        }
    }

    private static AppealCommand sample(Class<? extends AppealCommand> kind) {
        Case reached = Place.AWAITING_SELLER.reach();
        AppealCommand sample = new WellFormed(
                        People.SELLER.id(), Case.SUBJECT, reached.state(), People.REVIEWER, reached.now(), "fresh-id")
                .command(kind);
        return switch (sample) {
            case OpenAppeal c ->
                new OpenAppeal(
                        c.sellerId(), c.subject(), c.category(), c.statement(), WellFormed.PLAN, c.desiredRemedies());
            case DecideAppeal c ->
                new DecideAppeal(
                        Outcome.OVERTURNED,
                        c.reasons(),
                        c.reasonCodes(),
                        c.policyReferences(),
                        List.of(new ConsideredEvidence("evidence-1", 50, "It shows the batch.")),
                        c.humanReviewerId(),
                        c.automation(),
                        c.remedies());
            default -> sample;
        };
    }
}
