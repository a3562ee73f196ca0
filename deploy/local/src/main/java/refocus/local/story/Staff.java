package refocus.local.story;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import refocus.local.story.Api.As;
import refocus.local.story.Cast.Way;
import refocus.local.story.StructureTale.Structure;

/// The staff as staff-service knows them: taken on, contracted, registered, moved, away for their leave, gone.
///
/// @param recruited the records it made of those who were hired
record Staff(Services services, Structure structure, Map<Cast.Worker, String> recruited) {

    private static final As HR = Cast.HR.as();

    String id(Cast.Worker worker) {
        return recruited.getOrDefault(worker, worker.id());
    }

    As as(Cast.Worker worker) {
        return new As(worker.role(), id(worker));
    }

    /// Takes one on who was not recruited.
    void join(Cast.Worker worker, Voice voice) throws IOException, InterruptedException {
        var facts = new HashMap<String, Object>(Map.of(
                "id", worker.id(),
                "name", worker.name(),
                "role", worker.role(),
                "fte", worker.fte(),
                "agency", worker.way() == Way.AGENCY,
                "contract", worker.way() == Way.AGENCY ? "FIXED_TERM" : "PERMANENT",
                "startsOn", worker.from().toString()));
        facts.put("team", structure.team(worker.team()));
        facts.put("base", structure.base(worker.team()));
        voice.says(services.staff(), HR, "/v1/workers", Days.at(worker.from(), 9, 0), facts);
    }

    /// What else is known of one who holds cases: their registration, for those who stay, and their leave.
    void record(Cast.Worker worker, Plot plot, LocalDate last, Voice voice) throws IOException, InterruptedException {
        if (!worker.leaves() && worker.way() == Way.TAKEN_ON) {
            register(worker, last, voice);
        }
        for (var monday : plot.awayFrom(worker)) {
            var week =
                    Map.of("from", monday.toString(), "to", monday.plusWeeks(1).toString());
            says(worker, "absences", monday, week, voice);
        }
    }

    /// What changed for some of them on the way.
    void change(Voice voice) throws IOException, InterruptedException {
        var nearer = LocalDate.parse("2018-02-05");
        var there = Map.of(
                "team", structure.team(Team.ASSESSMENT), "base", structure.base(Team.ASSESSMENT), "from", "2018-02-05");
        says(Cast.TOMOS, "move", nearer, there, voice);
        says(Cast.CARYS, "welsh-skills", LocalDate.parse("2016-11-14"), Map.of("skill", "LEVEL_5"), voice);
        says(Cast.PRIYA, "welsh-skills", LocalDate.parse("2023-06-12"), Map.of("skill", "LEVEL_1"), voice);
        says(Cast.PRIYA, "welsh-skills", LocalDate.parse("2025-06-16"), Map.of("skill", "LEVEL_3"), voice);
        becomesSenior(Cast.CARYS, "2017-09-04", voice);
        becomesSenior(Cast.SIONED, "2022-04-04", voice);
    }

    private void becomesSenior(Cast.Worker worker, String from, Voice voice) throws IOException, InterruptedException {
        says(worker, "role", LocalDate.parse(from), Map.of("role", "senior-practitioner", "from", from), voice);
    }

    void leave(Cast.Worker worker, Voice voice) throws IOException, InterruptedException {
        var reason = worker.way() == Way.AGENCY
                ? "END_OF_CONTRACT"
                : worker.lastDay().getYear() < 2019 ? "WORKLOAD" : worker.daysAWeek() < 5 ? "RETIREMENT" : "NEW_POST";
        var facts = Map.of("lastDay", worker.lastDay().toString(), "reason", reason);
        says(worker, "departure", worker.lastDay(), facts, voice);
    }

    /// Registered anew every three years; the last time is the one that counts.
    private void register(Cast.Worker worker, LocalDate last, Voice voice) throws IOException, InterruptedException {
        var renewal = last.plusMonths(7 + 4L * (Cast.WORKERS.indexOf(worker) % 6));
        var facts = Map.of(
                "number",
                "W/%d".formatted(5_120_000 + 31 * Cast.WORKERS.indexOf(worker)),
                "renewalOn",
                renewal.toString());
        says(worker, "registration", renewal.minusYears(3), facts, voice);
    }

    private void says(Cast.Worker worker, String what, LocalDate day, Map<String, ?> facts, Voice voice)
            throws IOException, InterruptedException {
        var path = "/v1/workers/%s/%s".formatted(id(worker), what);
        voice.says(services.staff(), HR, path, Days.at(day, 9, 0), facts);
    }
}
