package refocus.cases.retention;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import refocus.cases.recordkeeping.RecordKeepingCommand.KeptBy;

/// How long a record is kept, as data: `retention/rules.json`, every version of every rule.
@Singleton
public class RetentionRules {

    /// Whose records a rule is for.
    enum Of {
        EVERY_CHILD,
        REFERRED,
        CASE_OPEN,
        CASE_CLOSED,
        LOOKED_AFTER,
        LOOKED_AFTER_DIED_UNDER_18
    }

    /// What its years are counted from.
    enum Clock {
        BIRTH,
        DEATH,
        LAST_REFERRAL,
        LAST_CLOSING,
        NOT_YET
    }

    /// One version of one rule.
    ///
    /// @param from the first day it is in force, until a later version is
    /// @param years after the clock's day; of the clock that has not begun, none
    /// @param checked what of the source was read by whoever wrote the rule down, and what was not
    record Rule(
            String rule, int version, LocalDate from, Of of, Clock clock, int years, String source, String checked) {}

    record RuleFile(List<Rule> rules) {}

    private final List<Rule> rules = read();

    public Stream<String> names() {
        return all().map(Rule::rule).distinct();
    }

    Stream<Rule> all() {
        return rules.stream();
    }

    /// The rules that keep a record on that day.
    public List<KeptBy> keeping(RetentionFacts facts, Life life, LocalDate today) {
        return inForce(today)
                .filter(rule -> isFor(rule, facts, life))
                .map(rule -> new KeptBy(rule.rule(), rule.version(), until(rule, facts, life)))
                .filter(kept -> kept.until().filter(end -> !today.isBefore(end)).isEmpty())
                .toList();
    }

    private Stream<Rule> inForce(LocalDate day) {
        return rules.stream()
                .filter(rule -> !rule.from().isAfter(day))
                .collect(Collectors.toMap(
                        Rule::rule,
                        Function.identity(),
                        (one, other) -> one.from().isAfter(other.from()) ? one : other))
                .values()
                .stream()
                .sorted(Comparator.comparing(Rule::rule));
    }

    private static boolean isFor(Rule rule, RetentionFacts facts, Life life) {
        return switch (rule.of()) {
            case EVERY_CHILD -> true;
            case REFERRED -> facts.referrals() > 0;
            case CASE_OPEN -> facts.casesOpen() > 0;
            case CASE_CLOSED -> facts.casesOpen() == 0 && facts.cases() > 0;
            case LOOKED_AFTER -> facts.lookedAfter() && !life.endedInChildhood();
            case LOOKED_AFTER_DIED_UNDER_18 -> facts.lookedAfter() && life.endedInChildhood();
        };
    }

    private static Optional<LocalDate> until(Rule rule, RetentionFacts facts, Life life) {
        Optional<LocalDate> began =
                switch (rule.clock()) {
                    case BIRTH -> Optional.of(life.born());
                    case DEATH -> life.died();
                    case LAST_REFERRAL -> facts.referredOn();
                    case LAST_CLOSING -> facts.caseClosedOn();
                    case NOT_YET -> Optional.empty();
                };
        return began.map(day -> day.plusYears(rule.years()));
    }

    private static List<Rule> read() {
        try (InputStream file = RetentionRules.class.getResourceAsStream("/retention/rules.json")) {
            return new ObjectMapper()
                    .registerModule(new Jdk8Module())
                    .registerModule(new JavaTimeModule())
                    .readValue(Objects.requireNonNull(file), RuleFile.class)
                    .rules();
        } catch (IOException e) {
            throw new UncheckedIOException("retention/rules.json", e);
        }
    }
}
