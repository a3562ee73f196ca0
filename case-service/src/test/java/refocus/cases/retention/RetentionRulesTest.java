package refocus.cases.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import refocus.cases.recordkeeping.RecordKeepingCommand.KeptBy;
import refocus.eventsourcing.codes.CodeSets;

/// How long records are kept, by the rules as they stand.
class RetentionRulesTest {

    static final UUID NIA = new UUID(1, 1);
    static final LocalDate BORN = LocalDate.of(2015, 6, 2);
    static final Life LIFE = new Life(BORN, Optional.empty());
    static final RetentionFacts KNOWN = RetentionFacts.of(NIA);
    static final RetentionFacts LOOKED_AFTER =
            new RetentionFacts(NIA, 0, Optional.empty(), 0, 0, Optional.empty(), true);

    final RetentionRules rules = new RetentionRules();

    @Test
    void every_record_is_kept_to_the_25th_birthday() {
        assertThat(rules.keeping(KNOWN, LIFE, LocalDate.of(2040, 6, 1)))
                .containsExactly(new KeptBy("childhood", 1, Optional.of(LocalDate.of(2040, 6, 2))));
        assertThat(rules.keeping(KNOWN, LIFE, LocalDate.of(2040, 6, 2))).isEmpty();
    }

    @Test
    void a_referral_is_kept_for_six_years_and_a_closed_case_for_thirty_five() {
        LocalDate grown = BORN.plusYears(30);
        var referred = KNOWN.referred(LocalDate.of(2030, 1, 2)).referred(LocalDate.of(2041, 5, 6));
        assertThat(rules.keeping(referred, LIFE, grown))
                .containsExactly(new KeptBy("referral", 1, Optional.of(LocalDate.of(2047, 5, 6))));
        var closed = KNOWN.caseOpened().caseClosed(LocalDate.of(2030, 3, 4));
        assertThat(rules.keeping(closed, LIFE, grown))
                .containsExactly(new KeptBy("closed-case", 1, Optional.of(LocalDate.of(2065, 3, 4))));
        assertThat(rules.keeping(closed, LIFE, LocalDate.of(2065, 3, 4))).isEmpty();
    }

    @Test
    void an_open_case_is_kept_without_an_end_one_that_was_reopened_too() {
        LocalDate grown = BORN.plusYears(30);
        var open = new KeptBy("open-case", 1, Optional.empty());
        assertThat(rules.keeping(KNOWN.caseOpened(), LIFE, grown)).containsExactly(open);
        var again = KNOWN.caseOpened().caseClosed(LocalDate.of(2030, 3, 4)).caseReopened();
        assertThat(rules.keeping(again, LIFE, grown)).containsExactly(open);
        assertThat(rules.keeping(again.caseClosed(LocalDate.of(2031, 3, 4)), LIFE, grown))
                .containsExactly(new KeptBy("closed-case", 1, Optional.of(LocalDate.of(2066, 3, 4))));
    }

    @Test
    void a_looked_after_childs_record_is_kept_to_the_75th_birthday() {
        var to75 = new KeptBy("looked-after", 1, Optional.of(LocalDate.of(2090, 6, 2)));
        assertThat(rules.keeping(LOOKED_AFTER, LIFE, BORN.plusYears(74))).containsExactly(to75);
        assertThat(rules.keeping(LOOKED_AFTER, died(BORN.plusYears(40)), BORN.plusYears(74)))
                .containsExactly(to75);
        assertThat(rules.keeping(LOOKED_AFTER, died(BORN.plusYears(18)), BORN.plusYears(74)))
                .containsExactly(to75);
    }

    @Test
    void that_of_one_who_died_under_18_is_kept_for_fifteen_years_more() {
        var died = died(LocalDate.of(2031, 2, 3));
        assertThat(rules.keeping(LOOKED_AFTER, died, LocalDate.of(2041, 1, 1)))
                .containsExactly(new KeptBy("looked-after-died", 1, Optional.of(LocalDate.of(2046, 2, 3))));
        assertThat(rules.keeping(LOOKED_AFTER, died, LocalDate.of(2046, 2, 3))).isEmpty();
    }

    @Test
    void a_death_changes_nothing_for_one_who_was_not_looked_after() {
        assertThat(rules.keeping(KNOWN, died(LocalDate.of(2020, 2, 3)), LocalDate.of(2036, 1, 1)))
                .extracting(KeptBy::rule)
                .containsExactly("childhood");
    }

    @Test
    void before_a_rule_is_in_force_it_keeps_nothing() {
        assertThat(rules.keeping(KNOWN, LIFE, LocalDate.of(2016, 4, 5))).isEmpty();
    }

    @Test
    void every_rule_has_its_name_in_both_languages() {
        assertThat(rules.names())
                .allSatisfy(rule -> assertThat(
                                new CodeSets().named("retention-rule").find(rule))
                        .as(rule)
                        .isPresent());
    }

    @Test
    void every_rule_says_where_it_is_from_and_what_of_that_was_checked() {
        assertThat(rules.all()).allSatisfy(rule -> {
            assertThat(rule.source()).as(rule.rule()).isNotBlank();
            assertThat(rule.checked()).as(rule.rule()).isNotBlank();
        });
    }

    private static Life died(LocalDate on) {
        return new Life(BORN, Optional.of(on));
    }
}
