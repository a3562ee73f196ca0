package refocus.local.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import refocus.local.journeys.RunningSystem.Reply;

/// One journey through all services, told again while each of them in turn is killed in the middle of it: the others go
/// on meanwhile, callers ask again under their keys, and the end is the same, event for event.
class ServiceAwayIT {

    private static final List<String> RECORDING = List.of("case", "staff", "recruitment", "feedback");

    private static RunningSystem system;
    private static Map<String, Object> undisturbed = Map.of();

    @BeforeAll
    static void tellUndisturbed() throws Exception {
        system = RunningSystem.shared();
        undisturbed = journey(Optional.empty());
    }

    @AfterAll
    static void forget() {
        undisturbed = Map.of();
    }

    @ParameterizedTest
    @ValueSource(strings = {"case", "staff", "recruitment", "feedback", "reporting"})
    void the_others_go_on_and_the_end_is_the_same(String killed) throws Exception {
        assertThat(journey(Optional.of(killed))).isEqualTo(undisturbed);
    }

    @Test
    void the_undisturbed_one_goes_through_all_of_them() {
        assertThat(undisturbed)
                .containsEntry("vacancy", "FILLED")
                .containsEntry("worker", "Mared Coldwell")
                .containsEntry("lead is the worker", true)
                .containsEntry("barrier", "CONFIRMED")
                .containsEntry("minutes in the report", 50L);
        RECORDING.forEach(
                service -> assertThat(undisturbed.get("events of " + service).toString())
                        .as(service)
                        .isNotEqualTo("{}"));
    }

    /// What the end looks like: how things stand, and which events it took.
    private static Map<String, Object> journey(Optional<String> killed) throws Exception {
        var before = events();
        var minutes = directMinutes();
        var hire = new Hire(system, "Mared Coldwell");
        var worker = Someone.of(system, "practitioner");
        var need = "/v1/support-needs/"
                + worker.makes("staff", "/v1/support-needs", "{\"theme\": \"TOOL\", \"text\": \"A tablet.\"}");
        var barrier = "/v1/barriers/" + worker.makes("feedback", "/v1/barriers", """
                {"department": "ICT", "what": "No connection outside the office."}""");
        var taken = new OpenCase(system);
        if (killed.isPresent()) {
            system.process(killed.get()).destroyForcibly();
        }
        othersAnswer(killed.orElse("none"));

        hire.choose();
        hire.check();
        hire.confirm();
        var recruited = hire.worker();
        taken.allocate(recruited);
        worker.says("case", taken.path + "/direct-work", """
                {"minutes": 50, "mode": "IN_PERSON", "seenAlone": true, "summary": "We drew the week."}""");
        hire.manager.says("staff", need + "/sourcing", "{\"with\": \"TOOL\"}");
        hire.manager.says("staff", need + "/delivery", "{}");
        worker.says("staff", need + "/confirmation", "{\"useful\": true}");
        hire.manager.says("feedback", barrier + "/resolution", "{\"how\": \"A card for every laptop.\"}");
        worker.says("feedback", barrier + "/confirmation", "{\"feltHeard\": true}");
        await().atMost(Someone.PATIENCE)
                .ignoreExceptions()
                .until(() -> directMinutes() == minutes + 50 && casesOf(recruited, hire) == 1);

        var end = new TreeMap<String, Object>();
        end.put(
                "vacancy",
                hire.hr.reads("recruitment", hire.vacancy).path("status").asText());
        end.put(
                "worker",
                hire.hr.reads("staff", "/v1/workers/" + recruited).path("name").asText());
        end.put("lead is the worker", taken.lead().equals(recruited));
        end.put("need", worker.reads("staff", need).path("status").asText());
        end.put("barrier", worker.reads("feedback", barrier).path("status").asText());
        end.put("minutes in the report", directMinutes() - minutes);
        if (!undisturbed.isEmpty()) {
            // What follows by itself, deadlines say, may come a moment later.
            await().atMost(Someone.PATIENCE)
                    .until(() -> since(before).entrySet().stream()
                            .allMatch(events -> events.getValue().equals(undisturbed.get(events.getKey()))));
        }
        end.putAll(since(before));
        return end;
    }

    /// Those that run answer a command at the first attempt; the killed one when it is back.
    private static void othersAnswer(String killed) throws Exception {
        var commands = Map.of(
                "case", List.of("duty", "/v1/children", """
                        {"givenName": "Efa", "familyName": "Parry",
                         "dateOfBirth": {"date": "%s", "precision": "DAY"}}""".formatted(OpenCase.birthday())),
                "staff", List.of("practitioner", "/v1/support-needs", "{\"theme\": \"TIME\"}"),
                "recruitment", List.of("hr-officer", "/v1/candidates", "{\"name\": \"A\", \"contact\": \"B\"}"),
                "feedback", List.of("practitioner", "/v1/ideas", "{\"title\": \"A\", \"text\": \"B\"}"));
        for (var service : RECORDING) {
            var command = commands.getOrDefault(service, List.of());
            var someone = Someone.of(system, command.getFirst());
            if (service.equals(killed)) {
                someone.says(service, command.get(1), command.get(2));
            } else {
                assertThat(someone.asksOnce(service, command.get(1), command.get(2)))
                        .as("%s while %s is away", service, killed)
                        .isEqualTo(201);
            }
        }
    }

    private static int casesOf(String worker, Hire hire) {
        return hire.manager
                .reads("staff", "/v1/workers/%s/workload".formatted(worker))
                .path("cases")
                .asInt();
    }

    private static long directMinutes() throws Exception {
        Reply report = system.get(
                "reporting",
                "/v1/reports/direct-work-share?from=2026-01-01&to=2100-01-01",
                "analyst",
                Optional.empty());
        assertThat(report.status()).isEqualTo(200);
        return report.body().path("total").path("numerator").asLong();
    }

    /// Of every type the events in each log.
    private static Map<String, Map<String, Long>> events() throws Exception {
        var all = new TreeMap<String, Map<String, Long>>();
        for (var service : RECORDING) {
            var events = new TreeMap<String, Long>();
            system.query(service, "select type from event").forEach(type -> events.merge(type, 1L, Long::sum));
            all.put("events of " + service, events);
        }
        return all;
    }

    private static Map<String, Map<String, Long>> since(Map<String, Map<String, Long>> before) throws Exception {
        var since = events();
        since.forEach((service, events) -> {
            before.getOrDefault(service, Map.of()).forEach((type, count) -> events.merge(type, -count, Long::sum));
            events.values().removeIf(count -> count == 0);
        });
        return since;
    }
}
