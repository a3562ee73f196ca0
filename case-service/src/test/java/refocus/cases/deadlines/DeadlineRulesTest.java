package refocus.cases.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.codes.CodeSets;

class DeadlineRulesTest {

    final DeadlineRules rules = new DeadlineRules();

    @Test
    void an_event_sets_off_the_rules_in_force_on_its_day() {
        assertThat(rules.setOffBy("referral-received", LocalDate.parse("2026-07-06")))
                .extracting(DeadlineRules.Rule::rule, DeadlineRules.Rule::workingDays)
                .containsExactly(tuple("acknowledgement", 7), tuple("next-action", 1));
        assertThat(rules.setOffBy("referral-received", LocalDate.parse("2010-01-01")))
                .isEmpty();
    }

    @Test
    void an_event_meets_what_it_answers() {
        assertThat(rules.metBy("referral-triaged")).containsExactly("next-action");
        assertThat(rules.metBy("referral-acknowledged")).containsExactly("acknowledgement");
        assertThat(rules.metBy("referral-received")).isEmpty();
    }

    @Test
    void an_emergency_is_ratified_the_next_working_day() {
        assertThat(rules.setOffBy("decision-taken", LocalDate.parse("2026-07-06")))
                .filteredOn(rule -> rule.isForDecisions("EMERGENCY_PROTECTION"))
                .extracting(DeadlineRules.Rule::rule, DeadlineRules.Rule::workingDays)
                .containsExactly(tuple("emergency-ratification", 1));
        assertThat(rules.setOffBy("decision-taken", LocalDate.parse("2026-07-06")))
                .noneMatch(rule -> rule.isForDecisions("PLAN"));
    }

    @Test
    void every_rule_has_a_label_in_both_languages() {
        rules.names().forEach(rule -> new CodeSets().checked("deadline-rule", "rule", rule));
    }
}
