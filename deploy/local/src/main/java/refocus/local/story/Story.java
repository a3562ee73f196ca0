package refocus.local.story;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import refocus.local.story.Api.As;

/// The whole story, told by many voices at once: one for each household and one for each worker's diary.
public final class Story {

    private final Api cases;
    private final Api staff;

    /// @param cases where case-service answers
    /// @param staff where staff-service answers
    /// @param issuer where tokens come from
    public Story(String cases, String staff, String issuer) {
        this.cases = new Api(cases, issuer);
        this.staff = new Api(staff, issuer);
    }

    /// Tells the two years that end on that day and gives the number of commands it took.
    public int tell(LocalDate last) throws IOException, InterruptedException {
        var plot = Plot.endingOn(last);
        var team = Team.takenOn(staff, plot);
        var voices = new ArrayList<Callable<Integer>>();
        for (var worker : Cast.WORKERS) {
            voices.add(() -> diary(team.as(worker), worker, plot.days()));
        }
        for (var place = 0; place < plot.households().size(); place++) {
            var tale = new HouseholdTale(
                    cases, team, "home" + place, plot.households().get(place));
            voices.add(tale::tell);
        }
        try (var telling = Executors.newVirtualThreadPerTaskExecutor()) {
            return sum(telling.invokeAll(voices));
        }
    }

    /// A week in one call, as workers do it.
    private int diary(As as, Cast.Worker worker, List<WorkDay> days) throws IOException, InterruptedException {
        var weeks = days.stream()
                .filter(day -> day.worker().equals(worker))
                .collect(Collectors.groupingBy(
                        day -> day.date().minusDays(day.date().getDayOfWeek().getValue() - 1L)));
        for (var week : weeks.entrySet()) {
            var key = "story-%s-%s".formatted(worker.alias(), week.getKey());
            var body = Map.<String, Object>of(
                    "entries", week.getValue().stream().flatMap(Story::entries).toList());
            cases.post(as, key, "/v1/work-time", 0, body);
        }
        return weeks.size();
    }

    private static Stream<Map<String, Object>> entries(WorkDay day) {
        return day.minutes().entrySet().stream()
                .map(part ->
                        Map.of("date", day.date().toString(), "category", part.getKey(), "minutes", part.getValue()));
    }

    private static int sum(List<Future<Integer>> told) throws IOException, InterruptedException {
        var sum = 0;
        for (var part : told) {
            try {
                sum += part.get();
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof IOException refused ? refused : new IOException(failed);
            }
        }
        return sum;
    }
}
