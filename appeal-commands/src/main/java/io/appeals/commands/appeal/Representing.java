package io.appeals.commands.appeal;

import io.appeals.commands.lifecycle.Mandate;
import io.appeals.schema.command.AppealCommand.GrantMandate;
import io.appeals.schema.command.AppealCommand.RevokeMandate;
import io.appeals.schema.event.AppealEvent.MandateGranted;
import io.appeals.schema.event.AppealEvent.MandateRevoked;
import java.time.Instant;
import java.util.Optional;

/** Who may stand up for the seller. */
final class Representing {

    private Representing() {}

    static Verdict grant(GrantMandate command, Situation now) {
        if (now.state().mandate(command.mandateId()).isPresent()) {
            return Verdict.refused(
                    "mandate-exists",
                    "There is a mandate " + command.mandateId() + " already. Give the new one its own mandateId.");
        }
        Instant validTo = Moments.inLog(command.validTo());
        if (!validTo.isAfter(now.at())) {
            return Rules.deadlineInThePast(validTo, now.at());
        }
        return new Verdict.Happens(new MandateGranted(
                command.mandateId(),
                command.representativeId(),
                command.representativeType(),
                command.scopes(),
                Moments.inLog(command.validFrom()),
                validTo,
                command.proof()));
    }

    static Verdict revoke(RevokeMandate command, Situation now) {
        Optional<Mandate> mandate = now.state().mandate(command.mandateId());
        if (mandate.isEmpty()) {
            return Verdict.refused(
                    "mandate-unknown",
                    "There is no mandate " + command.mandateId() + " in this case. Check the mandateId.");
        }
        return mandate.get().revoked()
                ? Verdict.refused(
                        "mandate-already-revoked",
                        "Mandate " + command.mandateId() + " is revoked already. Nothing is left to do.")
                : new Verdict.Happens(new MandateRevoked(command.mandateId(), command.reason()));
    }
}
