package refocus.local.story;

import static refocus.local.story.HouseholdTale.at;
import static refocus.local.story.HouseholdTale.day;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import refocus.local.story.Api.As;
import refocus.local.story.Work.Call;
import refocus.local.story.Work.Closing;
import refocus.local.story.Work.Reopening;
import refocus.local.story.Work.Session;

/// Tells one case: opened, given to its lead, worked on, closed, perhaps taken up again.
final class CaseTale {

    private static final As MANAGER = new As("team-manager", Cast.MANAGER);

    private final Api api;
    private final Team team;
    private final String name;
    private final String child;
    private final String referral;
    private final Work work;
    private String path = "/v1/cases";
    private long version;
    private int commands;

    CaseTale(Api api, Team team, String name, String child, String referral, Work work) {
        this.api = api;
        this.team = team;
        this.name = name;
        this.child = child;
        this.referral = referral;
        this.work = work;
    }

    int tell() throws IOException, InterruptedException {
        var opened = post(MANAGER, "", 0, at(work.openedAt, Map.of("child", child, "referral", referral)));
        path = "/v1/cases/" + opened.path("id").asText();
        allocate(work.openedAt, "NEW_CASE");
        for (var moment : work.moments.stream()
                .sorted(Comparator.comparing(Work.Moment::at))
                .toList()) {
            switch (moment) {
                case Session session -> directWork(session);
                case Call call -> note(call);
                case Closing closing -> close(closing);
                case Reopening reopening -> reopen(reopening);
            }
        }
        return commands;
    }

    private void allocate(Instant at, String reason) throws IOException, InterruptedException {
        var body = at(at, Map.of("worker", team.id(work.lead), "role", "LEAD", "from", day(at), "reason", reason));
        post(MANAGER, "/allocations", 0, body);
    }

    private void directWork(Session session) throws IOException, InterruptedException {
        var body = at(
                session.at(),
                Map.of(
                        "minutes", session.minutes(),
                        "mode", session.mode(),
                        "seenAlone", session.alone(),
                        "summary", session.summary(),
                        "place", session.place(),
                        "method", session.method(),
                        "travelMinutes", session.travelMinutes()));
        post(team.as(session.worker()), "/direct-work", 0, body);
    }

    private void note(Call call) throws IOException, InterruptedException {
        var body = at(
                call.at(),
                Map.of("with", call.with(), "mode", "CALL", "summary", call.summary(), "minutes", call.minutes()));
        post(team.as(call.worker()), "/notes", 0, body);
    }

    private void close(Closing closing) throws IOException, InterruptedException {
        var body = at(
                closing.at(),
                Map.of(
                        "reason",
                        closing.reason(),
                        "outcome",
                        "The family has what it needs for now.",
                        "childView",
                        "It is better at home.",
                        "childTold",
                        true));
        post(MANAGER, "/closure", version, body);
    }

    private void reopen(Reopening reopening) throws IOException, InterruptedException {
        post(MANAGER, "/reopening", version, at(reopening.at(), Map.of("reason", "NEW_CONCERN")));
        allocate(reopening.at(), "REOPENED");
    }

    private JsonNode post(As as, String what, long seen, Map<String, Object> body)
            throws IOException, InterruptedException {
        var reply = api.post(as, "story-%s-%d".formatted(name, ++commands), path + what, seen, body);
        version = reply.path("version").asLong();
        return reply;
    }
}
