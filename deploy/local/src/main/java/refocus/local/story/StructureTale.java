package refocus.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import refocus.local.story.Api.As;
import refocus.local.story.Team.Base;

/// Tells how four teams became one, and two bases one.
final class StructureTale {

    /// The records staff-service made of teams and bases.
    record Structure(Map<Team, String> teams, Map<Base, String> bases) {

        String team(Team team) {
            return teams.getOrDefault(team, "");
        }

        String base(Team team) {
            return bases.getOrDefault(team.base(), "");
        }
    }

    private static final As HEAD = Cast.HEAD.as();

    private final Api staff;
    private final Voice voice;
    private final Map<Team, String> teams = new EnumMap<>(Team.class);
    private final Map<Base, String> bases = new EnumMap<>(Base.class);

    StructureTale(Services services, Voice voice) {
        this.staff = services.staff();
        this.voice = voice;
    }

    Structure tell() throws IOException, InterruptedException {
        open(Base.BRYN);
        open(Base.HARBOUR);
        for (var team : List.of(Team.ASSESSMENT, Team.SUPPORT, Team.LOOKED_AFTER, Team.DISABILITY)) {
            form(team, "2014-04-01");
            posts(team, 0, "2014-04-01", team == Team.ASSESSMENT ? 2.5 : 2);
        }
        becomeOneBase(becomeOneTeam());
        return new Structure(teams, bases);
    }

    private long becomeOneTeam() throws IOException, InterruptedException {
        var formed = form(Team.SERVICE, "2019-04-01");
        var four = Map.of(
                "from",
                Stream.of(Team.ASSESSMENT, Team.SUPPORT, Team.LOOKED_AFTER, Team.DISABILITY)
                        .map(teams::get)
                        .toList(),
                "into",
                formed.path("id").asText(),
                "effectiveOn",
                "2019-04-01");
        var merged = voice.says(staff, HEAD, "/v1/teams/merges", version(formed), Days.at("2019-04-01T09:00"), four);
        for (var team : List.of(Team.ASSESSMENT, Team.SUPPORT, Team.LOOKED_AFTER, Team.DISABILITY)) {
            posts(team, 1, "2019-04-01", 0);
        }
        var first = posts(Team.SERVICE, 0, "2019-04-01", 7.5);
        posts(Team.SERVICE, first, "2024-04-01", 8);
        reached("One service", "Un gwasanaeth", "2019-04-01");
        return version(merged);
    }

    private void becomeOneBase(long seen) throws IOException, InterruptedException {
        var into = Map.of("into", bases.getOrDefault(Base.BRYN, ""), "closedOn", "2021-09-06");
        var path = "/v1/bases/%s/closure".formatted(bases.get(Base.HARBOUR));
        voice.says(staff, HEAD, path, seen, Days.at("2021-09-06T09:00"), into);
        reached("One base", "Un safle", "2021-09-06");
    }

    private void open(Base base) throws IOException, InterruptedException {
        var facts = Map.of("name", base.title(), "openedOn", "2014-04-01");
        bases.put(base, voice.makes(staff, HEAD, "/v1/bases", Days.at("2014-04-01T08:00"), facts));
    }

    private JsonNode form(Team team, String day) throws IOException, InterruptedException {
        var facts = Map.of("name", team.title(), "base", bases.getOrDefault(team.base(), ""), "formedOn", day);
        var formed = voice.says(staff, HEAD, "/v1/teams", Days.at(day + "T08:30"), facts);
        teams.put(team, formed.path("id").asText());
        return formed;
    }

    /// How many practitioners a team is meant to have from that day.
    private long posts(Team team, long seen, String day, double fte) throws IOException, InterruptedException {
        var path = "/v1/establishment/%s/practitioner".formatted(teams.get(team));
        var set = voice.sets(staff, HEAD, path, seen, Days.at(day + "T10:00"), Map.of("fte", fte, "from", day));
        return version(set);
    }

    private void reached(String en, String cy, String day) throws IOException, InterruptedException {
        var facts = Map.of("name", Map.of("en", en, "cy", cy), "date", day);
        voice.says(staff, HEAD, "/v1/milestones", Days.at(day + "T12:00"), facts);
    }

    private static long version(JsonNode reply) {
        return reply.path("version").asLong();
    }
}
