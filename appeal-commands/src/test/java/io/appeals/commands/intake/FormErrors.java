package io.appeals.commands.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.commands.appeal.TestCatalogue;
import io.appeals.schema.appeal.Actor;
import io.appeals.schema.appeal.AppealId;
import io.appeals.schema.appeal.Subject;
import io.appeals.schema.appeal.SubjectType;
import io.appeals.schema.command.AppealCommand;
import io.appeals.schema.command.IssuedCommand;
import io.appeals.schema.result.FieldError;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ListAssert;
import org.assertj.core.groups.Tuple;

/** What the form finds wrong with a command whose envelope is right. */
final class FormErrors {

    static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    static final Subject SUBJECT = Subject.of(SubjectType.LISTING, "listing-1");
    static final String APPEAL_ID = AppealId.of("seller-1", SUBJECT);
    static final CommandForm FORM = new CommandForm(TestCatalogue.CATALOGUE);

    private static final Actor SELLER = Actor.seller("seller-1");

    private FormErrors() {}

    /** Pointers and codes. */
    static ListAssert<Tuple> errorsOf(AppealCommand command) {
        List<FieldError> errors = FORM.check(new IssuedCommand("c-1", APPEAL_ID, null, SELLER, NOW, command));
        assertThat(errors)
                .extracting(FieldError::detail)
                .allSatisfy(detail -> assertThat(detail).isNotBlank());
        return assertThat(errors.stream()
                .filter(error -> !error.pointer().equals("/appealId"))
                .map(error -> tuple(error.pointer(), error.code()))
                .toList());
    }

    static Tuple required(String pointer) {
        return tuple(pointer, "required");
    }

    static Tuple tuple(String pointer, String code) {
        return Tuple.tuple(pointer, code);
    }
}
