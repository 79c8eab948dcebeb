package io.appeals.api.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.commands.lifecycle.FilingWindows;
import io.appeals.projections.sla.policy.PolicyBook;
import io.appeals.projections.sla.policy.PolicyTerms;
import io.appeals.projections.sla.policy.yaml.PolicyFile;
import io.appeals.schema.appeal.SubjectType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilingByPolicyTest {

    private static final Instant BEGINNING = Instant.parse("2026-03-02T09:00:00Z");
    private static final FilingWindows OTHERWISE = FilingWindows.always(Duration.ofDays(14));

    @ParameterizedTest
    @CsvSource({
        "LISTING, de, 180",
        "ACCOUNT, fr, 180",
        "LISTING, market-eu, 180",
        "ORDER_CLAIM, de, 30",
        "LISTING, us, 30",
        "LISTING, , 30"
    })
    void sellersHaveTheTimeThatTheShippedPoliciesKnow(SubjectType subject, @Nullable String marketplace, int days) {
        Instant end = new FilingByPolicy(PolicyFile.shipped(), OTHERWISE).endOf(subject, null, marketplace, BEGINNING);

        assertThat(end).isEqualTo(BEGINNING.plus(Duration.ofDays(days)));
    }

    @Test
    void whereNoPolicyIsAboutFilingTheUsualTimeCounts() {
        PolicyBook silent = PolicyBook.of(new PolicyTerms("none", "none", List.of(), List.of(), List.of()));

        assertThat(new FilingByPolicy(silent, OTHERWISE).endOf(SubjectType.LISTING, null, "de", BEGINNING))
                .isEqualTo(BEGINNING.plus(Duration.ofDays(14)));
    }
}
