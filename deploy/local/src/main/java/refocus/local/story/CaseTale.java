package refocus.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import refocus.local.story.Api.As;
import refocus.local.story.Work.Call;
import refocus.local.story.Work.Closing;
import refocus.local.story.Work.Handover;
import refocus.local.story.Work.Reopening;
import refocus.local.story.Work.Session;

/// Tells one case: opened, given to its lead, planned, worked on, handed over, closed, perhaps taken up again.
final class CaseTale {

    private static final As MANAGER = Cast.MANAGER.as();

    private final Api cases;
    private final Staff staff;
    private final String child;
    private final String referral;
    private final Work work;
    private final Voice voice;
    private final Decisions decisions;
    private Cast.Worker lead;
    private String path = "/v1/cases";
    private String allocation = "";
    private long version;

    CaseTale(Services services, Staff staff, LocalDate last, String child, String referral, Work work, Voice voice) {
        this.cases = services.cases();
        this.staff = staff;
        this.child = child;
        this.referral = referral;
        this.work = work;
        this.voice = voice;
        this.decisions = new Decisions(services, staff, last, voice);
        this.lead = work.firstLead;
    }

    void tell() throws IOException, InterruptedException {
        var opened = says(MANAGER, "", 0, work.openedAt, Map.of("child", child, "referral", referral));
        path = "/v1/cases/" + opened.path("id").asText();
        allocate(work.openedAt, work.firstLead, "NEW_CASE");
        decisions.plan(path, lead, work.openedAt);
        for (var moment : work.moments.stream()
                .sorted(Comparator.comparing(Work.Moment::at))
                .toList()) {
            switch (moment) {
                case Session session -> directWork(session);
                case Call call -> note(call);
                case Handover handover -> handOver(handover);
                case Closing closing -> close(closing);
                case Reopening reopening -> reopen(reopening);
            }
        }
    }

    private void allocate(Instant at, Cast.Worker worker, String reason) throws IOException, InterruptedException {
        lead = worker;
        var facts = Map.of(
                "worker", staff.id(worker), "role", "LEAD", "from", Days.of(at).toString(), "reason", reason);
        allocation = says(MANAGER, "/allocations", 0, at, facts).path("id").asText();
    }

    private void directWork(Session session) throws IOException, InterruptedException {
        var facts = Map.of(
                "minutes", session.minutes(),
                "mode", session.mode(),
                "seenAlone", session.alone(),
                "summary", session.summary(),
                "place", session.place(),
                "method", session.method(),
                "travelMinutes", session.travelMinutes());
        says(staff.as(session.worker()), "/direct-work", 0, session.at(), facts);
    }

    private void note(Call call) throws IOException, InterruptedException {
        var facts = Map.of("with", call.with(), "mode", "CALL", "summary", call.summary(), "minutes", call.minutes());
        says(staff.as(call.worker()), "/notes", 0, call.at(), facts);
    }

    private void handOver(Handover handover) throws IOException, InterruptedException {
        var ended = Map.of("to", Days.of(handover.at()).toString(), "reason", "WORKER_LEFT");
        says(MANAGER, "/allocations/%s/end".formatted(allocation), 0, handover.at(), ended);
        allocate(handover.at(), handover.lead(), "HANDOVER");
    }

    private void close(Closing closing) throws IOException, InterruptedException {
        var facts = Map.<String, Object>of(
                "reason",
                closing.reason(),
                "outcome",
                "The family has what it needs for now.",
                "childView",
                "It is better at home.",
                "childTold",
                true);
        version = decisions
                .closure(path, version, lead, closing.at(), facts)
                .path("version")
                .asLong();
    }

    private void reopen(Reopening reopening) throws IOException, InterruptedException {
        says(MANAGER, "/reopening", version, reopening.at(), Map.of("reason", "NEW_CONCERN"));
        allocate(reopening.at(), reopening.lead(), "REOPENED");
    }

    private JsonNode says(As as, String what, long seen, Instant at, Map<String, ?> facts)
            throws IOException, InterruptedException {
        var reply = voice.says(cases, as, path + what, seen, at, facts);
        version = reply.path("version").asLong();
        return reply;
    }
}
