package io.appeals.projections.sla.policy.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.appeals.projections.sla.policy.BreachAction;
import io.appeals.projections.sla.policy.Metric;
import io.appeals.projections.sla.policy.PolicyBook;
import io.appeals.projections.sla.policy.SlaFacts;
import io.appeals.projections.sla.policy.SlaPolicy;
import io.appeals.projections.sla.policy.Warning;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.Priority;
import io.appeals.schema.appeal.Stage;
import io.appeals.schema.appeal.SubjectType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFileTest {

    private static final String OWN = """
            version: ours-7
            regions:
              - {name: DACH, marketplaces: [market-de, market-at]}
            calendars:
              - name: office
                version: "2026"
                zone: Europe/Berlin
                hours: {monday: ["09:00-12:30", "13:30-18:00"], friday: ["09:00-24:00"]}
                holidays: ["2026-12-24", "12-25"]
            policies:
              - name: urgent
                metric: decision
                match: {priorities: [URGENT], categories: [FUNDS_HELD], regions: [DACH]}
                goal: 1d 12h
                calendar: office
                pauseWhile: [AWAITING_SELLER]
                warnings: [{percent: 80}, {timeLeft: 30m}]
              - {name: answers, metric: seller_response, goal: 72h, ownDeadline: true, calendar: elapsed, onBreach: LapseAppeal}
            """;

    /** The table of the product's promise. */
    @ParameterizedTest
    @CsvSource(textBlock = """
        filing_window,        LISTING,               market-eu, 30,  PT4320H, elapsed
        filing_window,        ACCOUNT,               eu-west,   30,  PT4320H, elapsed
        filing_window,        LISTING,               de,        30,  PT4320H, elapsed
        filing_window,        ORDER_CLAIM,           market-eu, 30,  PT720H,  elapsed
        filing_window,        LISTING,               market-us, 30,  PT720H,  elapsed
        acknowledgement,      FUNDS,                 market-us, 24,  PT24H,   elapsed
        decision,             ORDER_CLAIM,           market-us, 48,  PT48H,   business
        decision,             LISTING,               market-us, 7,   PT168H,  business
        decision,             ACCOUNT,               market-us, 7,   PT168H,  business
        decision,             INTELLECTUAL_PROPERTY, market-us, 5,   PT120H,  business
        seller_response,      FUNDS,                 market-us, 72,  PT72H,   elapsed
        third_party_response, FUNDS,                 market-us, 10,  PT240H,  business
        escalation_window,    FUNDS,                 market-us, 30,  PT720H,  elapsed
        periodic_update,      FUNDS,                 market-us, 5,   PT120H,  business
        remedy,               FUNDS,                 market-us, 7,   PT168H,  elapsed
        external,             FUNDS,                 market-us, 90,  PT2160H, elapsed
        """)
    void theShippedPoliciesAreThePromisedOnes(
            String metric, SubjectType subject, String marketplace, String as, String goal, String calendar) {
        SlaPolicy policy =
                find(PolicyFile.shipped(), metric, facts(subject, null, Stage.FIRST_REVIEW, marketplace, null));

        assertThat(policy.goal()).as(as).isEqualTo(Duration.parse(goal));
        assertThat(policy.calendar()).isEqualTo(calendar);
        assertThat(policy.warnings()).isNotEmpty();
    }

    @Test
    void anEscalationIsDecidedInFiveWorkingDaysAtEveryStage() {
        for (Stage stage : List.of(Stage.SUPERVISOR_REVIEW, Stage.PANEL_REVIEW)) {
            SlaFacts facts = facts(SubjectType.LISTING, null, stage, "market-us", null);
            assertThat(find(PolicyFile.shipped(), "escalation_decision", facts).goal())
                    .isEqualTo(Duration.ofDays(5));
            assertThat(PolicyFile.shipped().find(Metric.DECISION, facts)).isEmpty();
        }
    }

    @Test
    void everyMetricIsMeasuredByDefaultAndTheWindowsActOnTheirBreach() {
        PolicyBook shipped = PolicyFile.shipped();
        SlaFacts facts = facts(SubjectType.FUNDS, null, Stage.FIRST_REVIEW, null, null);
        for (Metric metric : Metric.values()) {
            assertThat(shipped.find(metric, facts)).as(metric.word()).isPresent();
        }
        assertThat(find(shipped, "filing_window", facts).onBreach()).isEqualTo(BreachAction.LAPSE_APPEAL);
        assertThat(find(shipped, "seller_response", facts).onBreach()).isEqualTo(BreachAction.LAPSE_APPEAL);
        assertThat(find(shipped, "escalation_window", facts).onBreach()).isEqualTo(BreachAction.CLOSE_APPEAL);
        assertThat(find(shipped, "remedy", facts).onBreach()).isEqualTo(BreachAction.NONE);
    }

    @Test
    void anOperatorsOwnFileIsReadAsItIsWritten() {
        PolicyBook book = PolicyFile.parse("own", OWN.getBytes(UTF_8));

        SlaPolicy urgent = find(
                book,
                "decision",
                facts(SubjectType.FUNDS, "FUNDS_HELD", Stage.FIRST_REVIEW, "market-at", Priority.URGENT));
        assertThat(urgent.goal()).isEqualTo(Duration.ofHours(36));
        assertThat(urgent.pauseWhile()).containsExactly(AppealStatus.AWAITING_SELLER);
        assertThat(urgent.warnings()).containsExactly(Warning.at(80), Warning.withLeft(Duration.ofMinutes(30)));
        assertThat(book.terms().version()).isEqualTo("ours-7");
        assertThat(book.id()).startsWith("ours-7+");
        assertThat(book.calendar("office").terms().holidays()).containsExactly("2026-12-24", "12-25");
    }

    @Test
    void aPolicyIsOnlyForWhatItMatches() {
        PolicyBook book = PolicyFile.parse("own", OWN.getBytes(UTF_8));

        assertThat(book.find(
                        Metric.DECISION,
                        facts(SubjectType.FUNDS, "FUNDS_HELD", Stage.FIRST_REVIEW, "market-at", Priority.LOW)))
                .isEmpty();
        assertThat(book.find(
                        Metric.DECISION,
                        facts(SubjectType.FUNDS, "FUNDS_HELD", Stage.FIRST_REVIEW, "market-us", Priority.URGENT)))
                .isEmpty();
        assertThat(book.find(
                        Metric.DECISION,
                        facts(SubjectType.FUNDS, null, Stage.FIRST_REVIEW, "market-at", Priority.URGENT)))
                .isEmpty();
    }

    @Test
    void changedContentUnderTheSameVersionIsAnotherBook() {
        PolicyBook one = PolicyFile.parse("own", OWN.getBytes(UTF_8));
        PolicyBook other = PolicyFile.parse("own", OWN.replace("72h", "71h").getBytes(UTF_8));

        assertThat(one.id()).isNotEqualTo(other.id());
    }

    @Test
    void allMistakesAreNamedAtOnceWithTheirPlaces() {
        String wrong = """
                version: ours-8
                colour: blue
                calendars:
                  - {name: office, version: "1", zone: Europe/Nowhere, hours: {monday: ["9-5"], someday: []}}
                policies:
                  - {name: a, metric: decision, goal: soon, calendar: shop}
                  - {name: a, metric: speed, goal: 5d, calendar: elapsed, warnings: [{percent: 100}, {}], onBreach: Panic}
                  - {name: b, metric: remedy, goal: 5d, ownDeadline: true, calendar: elapsed, pauseWhile: [AWAITING_SELLER], match: {regions: [EU]}}
                """;

        assertThat(problems(wrong))
                .containsExactlyInAnyOrder(
                        "colour: unknown field; expected one of version, regions, calendars, policies",
                        "calendars[0].zone: expected an IANA time zone such as Europe/Berlin, but found 'Europe/Nowhere'",
                        "calendars[0].hours.someday: unknown field; expected one of monday, tuesday, wednesday, thursday, friday, saturday, sunday",
                        "calendars[0].hours.monday[0]: expected hours of one day such as 09:00-12:30, ending by 24:00, but found '9-5'",
                        "policies[0].goal: expected a length of time such as 5d, 48h or 1d 12h, up to 3650d, but found 'soon'",
                        "policies[0].calendar: expected a calendar of this file, one of [elapsed, office], but found 'shop'",
                        "policies[1].name: 'a' stands in the file already",
                        "policies[1].metric: expected one of filing_window, acknowledgement, decision, seller_response, third_party_response, escalation_decision, escalation_window, periodic_update, remedy, external, but found 'speed'",
                        "policies[1].warnings[0].percent: expected a whole number from 1 to 99, but found 100",
                        "policies[1].warnings[1]: expected either percent or timeLeft",
                        "policies[1].onBreach: expected one of none, LapseAppeal, CloseAppeal, but found 'Panic'",
                        "policies[2].match.regions[0]: expected a region of this file, one of [], but found 'EU'",
                        "policies[2].pauseWhile: a date of the event's own stands whatever happens; leave out one of the two");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        12-32                    | expected a date such as "2026-12-24", or "12-25" for every year, but found '12-32'
        2026-02-30               | expected a date such as "2026-12-24", or "12-25" for every year, but found '2026-02-30'
        """)
    void aHolidayThatIsNoDayIsNamed(String day, String message) {
        assertThat(problems(OWN.replace("2026-12-24", day))).containsExactly("calendars[0].holidays[0]: " + message);
    }

    @Test
    void aCalendarWithoutHoursIsNamed() {
        assertThat(problems(OWN.replaceAll("hours: .*", "hours: {}")))
                .containsExactly("calendars[0]: a calendar needs working time, but office has none");
    }

    @Test
    void whatIsNoYamlIsNamedByItsPlace() {
        assertThat(problems("version: [").getFirst()).startsWith("line ");
        assertThat(problems("version: 1\nversion: 2").getFirst()).contains("Duplicate");
        assertThat(problems(OWN + "---\n" + OWN).getFirst())
                .startsWith("line ")
                .endsWith("a second document begins here; one was expected");
        assertThat(problems("")).containsExactly("the file: expected the fields version, regions, calendars, policies");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        InvalidPoliciesException refused = catchThrowableOfType(
                InvalidPoliciesException.class, () -> PolicyFile.read(Path.of("nowhere", "policies.yaml")));

        assertThat(refused).hasMessageContaining("policies.yaml").hasMessageContaining("there is no such file");
    }

    private static List<String> problems(String file) {
        return catchThrowableOfType(InvalidPoliciesException.class, () -> PolicyFile.parse("own", file.getBytes(UTF_8)))
                .problems();
    }

    private static SlaPolicy find(PolicyBook book, String metric, SlaFacts facts) {
        return book.find(Metric.of(metric).orElseThrow(), facts).orElseThrow();
    }

    private static SlaFacts facts(
            SubjectType subject,
            @Nullable String category,
            Stage stage,
            @Nullable String marketplace,
            @Nullable Priority priority) {
        return new SlaFacts(subject, category, stage, marketplace, priority);
    }
}
