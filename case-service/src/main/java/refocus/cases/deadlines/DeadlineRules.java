package refocus.cases.deadlines;

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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is due when, as data: `deadlines/rules.json`, every version of every rule.
@Singleton
public class DeadlineRules {

    /// One version of one rule.
    ///
    /// @param from the first trigger day it is for, until a later version's
    /// @param trigger the stored name of the event that sets it off
    /// @param kind of decision it is for, where its trigger is one about decisions
    /// @param metBy the stored name of the event that meets it
    public record Rule(
            String rule,
            int version,
            LocalDate from,
            String trigger,
            Optional<String> kind,
            String metBy,
            int workingDays,
            String calendar,
            String source) {

        public boolean isForDecisions(String taken) {
            return kind.filter(taken::equals).isPresent();
        }
    }

    record RuleFile(List<Rule> rules) {}

    private final List<Rule> rules = read();

    public Stream<String> names() {
        return rules.stream().map(Rule::rule).distinct();
    }

    /// The rules that an event sets off on that day, each in the version in force then.
    public Stream<Rule> setOffBy(String trigger, LocalDate on) {
        return rules.stream()
                .filter(rule -> rule.trigger().equals(trigger) && !rule.from().isAfter(on))
                .collect(Collectors.groupingBy(Rule::rule, Collectors.maxBy(Comparator.comparing(Rule::from))))
                .values()
                .stream()
                .flatMap(latest -> latest.stream())
                .sorted(Comparator.comparing(Rule::rule));
    }

    /// The names of the rules that an event meets.
    public Stream<String> metBy(String event) {
        return rules.stream()
                .filter(rule -> rule.metBy().equals(event))
                .map(Rule::rule)
                .distinct();
    }

    private static List<Rule> read() {
        try (InputStream file = DeadlineRules.class.getResourceAsStream("/deadlines/rules.json")) {
            return new ObjectMapper()
                    .registerModule(new Jdk8Module())
                    .registerModule(new JavaTimeModule())
                    .readValue(Objects.requireNonNull(file), RuleFile.class)
                    .rules();
        } catch (IOException e) {
            throw new UncheckedIOException("deadlines/rules.json", e);
        }
    }
}
