package refocus.proving.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import refocus.proving.faults.Findings.Kind;

/// Each promise, broken by hand: the comparison names it.
class ComparisonTest {

    private static final Instant MARK = Instant.parse("2026-11-02T09:00:00Z");

    private final Log.Entry first = entry(1);
    private final Log.Entry second = entry(2);
    private final Log log = log(first, second);
    private final Findings findings = new Findings();

    @Test
    void what_agrees_is_not_found() {
        Comparison.published(log, topic(first, second), findings);
        Comparison.versions(log, findings);
        Comparison.acknowledged(List.of(told("a", 1), told("b", 2)), log, findings);
        assertThat(findings.none()).isTrue();
    }

    @Test
    void an_event_that_was_not_published_is_missing() {
        Comparison.published(log, topic(first), findings);
        assertThat(findings.counts()).isEqualTo(Map.of(Kind.MISSING, 1L));
    }

    @Test
    void an_event_that_was_published_twice_is_duplicated() {
        Comparison.published(log, topic(first, second, second), findings);
        assertThat(findings.counts()).isEqualTo(Map.of(Kind.DUPLICATED, 1L));
    }

    @Test
    void an_event_before_its_predecessor_is_reordered() {
        Comparison.published(log, topic(second, first), findings);
        assertThat(findings.counts()).isEqualTo(Map.of(Kind.REORDERED, 1L));
    }

    @Test
    void an_event_that_nobody_recorded_is_unknown() {
        Comparison.published(log(first), topic(first, second), findings);
        assertThat(findings.counts()).isEqualTo(Map.of(Kind.UNKNOWN, 1L));
    }

    @Test
    void a_gap_in_a_stream_is_found() {
        Comparison.versions(log(first, entry(3)), findings);
        assertThat(findings.counts()).isEqualTo(Map.of(Kind.GAP, 1L));
    }

    @Test
    void an_acknowledged_command_without_its_event_is_lost() {
        Comparison.acknowledged(List.of(told("a", 1), told("b", 3)), log, findings);
        assertThat(findings.counts()).isEqualTo(Map.of(Kind.LOST, 1L));
    }

    @Test
    void two_commands_told_of_one_event_are_one_too_many() {
        Comparison.acknowledged(List.of(told("a", 1), told("b", 1)), log, findings);
        assertThat(findings.of(Kind.TWICE)).isEqualTo(1);
    }

    @Test
    void a_command_with_two_effects_took_effect_twice() {
        Comparison.effects(
                log(first, new Log.Entry(UUID.randomUUID(), "case/2", 1, "x", first.occurredAt(), true)),
                MARK,
                MARK.plusSeconds(60),
                findings);
        assertThat(findings.counts()).isEqualTo(Map.of(Kind.TWICE, 1L));
    }

    private static Log.Entry entry(long version) {
        return new Log.Entry(UUID.randomUUID(), "case/1", version, "x", MARK.plusSeconds(version), true);
    }

    private static Log log(Log.Entry... entries) {
        var byId = new LinkedHashMap<UUID, Log.Entry>();
        Stream.of(entries).forEach(entry -> byId.put(entry.id(), entry));
        return new Log(byId);
    }

    private static Topic topic(Log.Entry... entries) {
        return new Topic(
                Stream.of(entries)
                        .map(entry -> new Topic.Entry(entry.id(), entry.stream(), entry.version()))
                        .toList(),
                0);
    }

    private static Acknowledged told(String key, long version) {
        return new Acknowledged(key, "case/1", version, MARK.plusSeconds(version), 1);
    }
}
