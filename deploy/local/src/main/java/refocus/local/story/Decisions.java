package refocus.local.story;

import static java.time.temporal.ChronoUnit.MINUTES;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import refocus.local.story.Api.As;

/// Tells who decided: managers, and since the rights moved practitioners and seniors, some with a colleague's support,
/// some referred up, a few overturned.
record Decisions(Services services, Staff staff, LocalDate last, Voice voice) {

    private static final As MANAGER = Cast.MANAGER.as();

    /// The next action on a report.
    void triage(String referral, Instant at, boolean urgent, Map<String, Object> facts)
            throws IOException, InterruptedException {
        var path = "/v1/referrals/" + referral;
        if (isManagers(at)) {
            says(MANAGER, path + "/triage", at, facts);
        } else if (urgent) {
            var decision = proposed(path, someone(at), "TRIAGE", at.minus(15, MINUTES));
            referredUp(path, decision, someone(at), at.minus(10, MINUTES));
            says(senior(at), path + "/triage", at, with(facts, "decision", decision));
        } else {
            says(practitioner(someone(at)), path + "/triage", at, facts);
            overturned(path, at);
        }
    }

    /// The plan with a family, for every second case.
    void plan(String path, Cast.Worker lead, Instant openedAt) throws IOException, InterruptedException {
        var at = openedAt.plus(20, MINUTES);
        if (minute(openedAt) % 2 == 1) {
            return;
        }
        if (isManagers(at)) {
            take(path, proposed(path, lead, "PLAN", at), MANAGER, at.plus(15, MINUTES));
        } else if (minute(openedAt) % 4 == 0) {
            var plan = new HashMap<>(rationale("PLAN"));
            plan.put("tier", "LOW");
            plan.put("taken", true);
            says(practitioner(lead), path + "/decisions", at, plan);
        } else {
            var decision = proposed(path, lead, "PLAN", at);
            says(
                    supporter(lead, at),
                    path + "/decisions/%s/support".formatted(decision),
                    at.plus(5, MINUTES),
                    Map.of());
            take(path, decision, senior(at), at.plus(10, MINUTES));
        }
    }

    /// The end of a case; gives the reply of its closure.
    JsonNode closure(String path, long seen, Cast.Worker lead, Instant at, Map<String, Object> facts)
            throws IOException, InterruptedException {
        if (isManagers(at)) {
            return voice.says(services.cases(), MANAGER, path + "/closure", seen, at, facts);
        }
        if (isSenior(lead)) {
            return voice.says(services.cases(), asSenior(lead), path + "/closure", seen, at, facts);
        }
        var decision = proposed(path, lead, "CLOSURE", at.minus(5, MINUTES));
        return voice.says(services.cases(), senior(at), path + "/closure", seen, at, with(facts, "decision", decision));
    }

    /// One in twenty-three of what practitioners decided did not stand.
    private void overturned(String path, Instant at) throws IOException, InterruptedException {
        var day = Days.workingDaysAfter(Days.of(at), 2);
        if (minute(at) % 23 != 0 || day.isAfter(last)) {
            return;
        }
        var decision = services.cases()
                .get(MANAGER, path)
                .path("triage")
                .path("decision")
                .asText();
        var why = Map.of("reason", "The school knew more than we asked it.");
        says(MANAGER, path + "/decisions/%s/overturn".formatted(decision), Days.at(day, 17, 0), why);
    }

    private String proposed(String path, Cast.Worker by, String kind, Instant at)
            throws IOException, InterruptedException {
        return says(practitioner(by), path + "/decisions", at, rationale(kind))
                .path("id")
                .asText();
    }

    private void referredUp(String path, String decision, Cast.Worker by, Instant at)
            throws IOException, InterruptedException {
        var why = Map.of("reason", "It is more than I may decide.");
        says(practitioner(by), path + "/decisions/%s/referral-up".formatted(decision), at, why);
    }

    private void take(String path, String decision, As by, Instant at) throws IOException, InterruptedException {
        says(by, path + "/decisions/%s/taking".formatted(decision), at, Map.of());
    }

    private JsonNode says(As as, String path, Instant at, Map<String, ?> facts)
            throws IOException, InterruptedException {
        return voice.says(services.cases(), as, path, at, facts);
    }

    private static Map<String, Object> rationale(String kind) {
        return Map.of("kind", kind, "rationale", "What the child says, and what we saw with them.");
    }

    private static Map<String, Object> with(Map<String, Object> facts, String key, String value) {
        var more = new HashMap<>(facts);
        more.put(key, value);
        return more;
    }

    private static boolean isManagers(Instant at) {
        return Days.of(at).isBefore(RightsTale.MOVED);
    }

    /// One of those in post, always the same at the same moment.
    private static Cast.Worker someone(Instant at) {
        var juniors = Cast.workersOn(Days.of(at)).stream()
                .filter(worker -> !isSenior(worker))
                .toList();
        return juniors.get((int) (minute(at) % juniors.size()));
    }

    private As supporter(Cast.Worker lead, Instant at) {
        return Cast.workersOn(Days.of(at)).stream()
                .filter(worker -> !worker.equals(lead))
                .findFirst()
                .map(this::practitioner)
                .orElse(MANAGER);
    }

    private As senior(Instant at) {
        return asSenior(List.of(Cast.CARYS, Cast.SIONED).get((int) (minute(at) % 2)));
    }

    private static boolean isSenior(Cast.Worker worker) {
        return worker.equals(Cast.CARYS) || worker.equals(Cast.SIONED);
    }

    private As practitioner(Cast.Worker worker) {
        return isSenior(worker) ? asSenior(worker) : staff.as(worker);
    }

    private As asSenior(Cast.Worker worker) {
        return new As("senior-practitioner", staff.id(worker));
    }

    private static long minute(Instant at) {
        return at.getEpochSecond() / 60;
    }
}
