package refocus.local.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Four teams become one and two bases one: in one act each, with the structure of any day still to be had.
class FourTeamsBecomeOneIT {

    @Test
    void four_teams_become_one_and_two_bases_one() throws Exception {
        var system = RunningSystem.shared();
        var head = Someone.of(system, "head-of-service");
        var hr = Someone.of(system, "hr-officer");
        var north = head.makes("staff", "/v1/bases", named("North", "Gogledd", "openedOn"));
        var south = head.makes("staff", "/v1/bases", named("South", "De", "openedOn"));
        var teams = new ArrayList<String>();
        var workers = new ArrayList<String>();
        for (var name : List.of("First", "Second", "Third", "Fourth")) {
            var team = head.makes("staff", "/v1/teams", """
                    {"name": {"en": "%1$s", "cy": "%1$s"}, "base": "%2$s", "formedOn": "2014-04-01",
                     "occurredAt": "2014-04-01T09:00:00Z"}""".formatted(name, teams.size() < 2 ? north : south));
            workers.add(hr.makes("staff", "/v1/workers", """
                    {"name": "Of the %s", "role": "practitioner", "fte": 1, "team": "%s", "startsOn": "2014-04-01",
                     "occurredAt": "2014-04-01T09:00:00Z"}""".formatted(name, team)));
            teams.add(team);
        }
        var one = head.says("staff", "/v1/teams", """
                {"name": {"en": "One", "cy": "Un"}, "base": "%s", "formedOn": "2019-04-01",
                 "occurredAt": "2019-04-01T08:00:00Z"}""".formatted(north));
        var into = one.path("id").asText();

        var merged = head.says("staff", "/v1/teams/merges", one.path("version").asLong(), """
                {"from": ["%s"], "into": "%s", "effectiveOn": "2019-04-01", "occurredAt": "2019-04-01T09:00:00Z"}""".formatted(
                        String.join("\", \"", teams), into));
        head.says(
                "staff",
                "/v1/bases/%s/closure".formatted(south),
                merged.path("version").asLong(),
                """
                {"into": "%s", "closedOn": "2021-09-06", "occurredAt": "2021-09-06T09:00:00Z"}""".formatted(north));
        var milestone = head.makes("staff", "/v1/milestones", """
                {"name": {"en": "One base", "cy": "Un safle"}, "date": "2021-09-06"}""");

        assertThat(standing(head, "2019-03-31")).containsAll(teams).doesNotContain(into);
        assertThat(standing(head, "2019-04-01")).contains(into).doesNotContainAnyElementsOf(teams);
        assertThat(bases(head, "2021-09-05")).contains(north, south);
        assertThat(bases(head, "2021-09-06")).contains(north).doesNotContain(south);
        assertThat(head.reads("staff", "/v1/milestones/" + milestone)
                        .path("date")
                        .asText())
                .isEqualTo("2021-09-06");
        // Nobody was moved one by one, and all are there.
        await().atMost(Someone.PATIENCE)
                .untilAsserted(() -> assertThat(ids(head, "/v1/workers?limit=200&team=" + into))
                        .containsExactlyInAnyOrderElementsOf(workers));
    }

    private static List<String> standing(Someone reader, String day) {
        return reader.reads("staff", "/v1/structure?on=" + day)
                .path("teams")
                .valueStream()
                .map(team -> team.path("id").asText())
                .toList();
    }

    private static List<String> bases(Someone reader, String day) {
        return reader.reads("staff", "/v1/structure?on=" + day)
                .path("bases")
                .valueStream()
                .map(base -> base.path("id").asText())
                .toList();
    }

    private static List<String> ids(Someone reader, String path) {
        Stream<String> ids = reader.reads("staff", path)
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asText());
        return ids.toList();
    }

    private static String named(String en, String cy, String day) {
        return """
                {"name": {"en": "%s", "cy": "%s"}, "%s": "2014-04-01", "occurredAt": "2014-04-01T09:00:00Z"}""".formatted(en, cy, day);
    }
}
