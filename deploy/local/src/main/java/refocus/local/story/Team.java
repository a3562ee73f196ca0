package refocus.local.story;

import static refocus.local.story.HouseholdTale.WALES;
import static refocus.local.story.HouseholdTale.at;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import refocus.local.story.Api.As;

/// Those who hold cases, as staff-service knows them: taken on, contracted, and away for their leave.
///
/// @param ids the record staff-service made for each
record Team(Map<Cast.Worker, String> ids) {

    private static final As HR = new As("hr-officer", Cast.HR);

    /// Tells staff-service of the team, so that reports know what the working time is a part of.
    static Team takenOn(Api staff, Plot plot) throws IOException, InterruptedException {
        var ids = new HashMap<Cast.Worker, String>();
        for (var worker : Cast.WORKERS) {
            ids.put(worker, join(staff, worker, plot.firstDay()));
            for (var monday : plot.awayFrom(worker)) {
                var key = "story-%s-away-%s".formatted(worker.alias(), monday);
                var path = "/v1/workers/%s/absences".formatted(ids.get(worker));
                staff.post(
                        HR,
                        key,
                        path,
                        0,
                        from(monday, Map.of("to", monday.plusWeeks(1).toString())));
            }
        }
        return new Team(ids);
    }

    String id(Cast.Worker worker) {
        return ids.getOrDefault(worker, "");
    }

    As as(Cast.Worker worker) {
        return new As("practitioner", id(worker));
    }

    private static String join(Api staff, Cast.Worker worker, LocalDate first)
            throws IOException, InterruptedException {
        var facts = Map.<String, Object>of(
                "name", worker.name(), "role", "practitioner", "fte", worker.fte(), "startsOn", first.toString());
        var body = at(first.atTime(9, 0).atZone(WALES).toInstant(), facts);
        return staff.post(HR, "story-" + worker.alias(), "/v1/workers", 0, body)
                .path("id")
                .asText();
    }

    private static Map<String, Object> from(LocalDate day, Map<String, Object> facts) {
        var body = at(day.atTime(9, 0).atZone(WALES).toInstant(), facts);
        body.put("from", day.toString());
        return body;
    }
}
