package refocus.local.story;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import refocus.local.identity.TokenDesk;
import refocus.local.story.Cast.Way;
import refocus.local.story.StructureTale.Structure;

/// The whole story: how the service is built, who came, then everything by many voices at once (one for each household,
/// each diary, each tale), and who left.
public final class Story {

    /// How people felt in each of the surveys.
    private static final SortedMap<String, Double> MOODS = new TreeMap<>(
            Map.of("2018-11-05", 0.15, "2020-11-02", 0.3, "2022-11-07", 0.45, "2024-11-04", 0.65, "2026-05-11", 0.85));

    private final Services services;

    /// @param cases where case-service answers, as the others do
    /// @param desk where tokens come from
    public Story(String cases, String staff, String recruitment, String feedback, TokenDesk desk) {
        var tokens = TokenDesk.remembering(desk);
        this.services = new Services(
                new Api(cases, tokens),
                new Api(staff, tokens),
                new Api(recruitment, tokens),
                new Api(feedback, tokens));
    }

    /// Tells everything up to that day and gives the number of commands it took.
    public int tell(LocalDate last) throws IOException, InterruptedException {
        var plot = Plot.endingOn(last);
        var recruited = new ConcurrentHashMap<Cast.Worker, String>();
        try (var telling = Executors.newVirtualThreadPerTaskExecutor()) {
            var structures = new ArrayList<Structure>();
            var begun = sum(
                    telling,
                    List.of(Voice.telling(
                            "structure", voice -> structures.add(new StructureTale(services, voice).tell()))));
            var staff = new Staff(services, structures.getFirst(), recruited);
            return begun
                    + sum(telling, arrivals(staff, recruited))
                    + sum(telling, first(staff, last))
                    + sum(telling, voices(plot, staff, last))
                    + sum(telling, departures(staff));
        }
    }

    /// Everybody is there before anything is told of what they did.
    private List<Callable<Integer>> arrivals(Staff staff, Map<Cast.Worker, String> recruited) {
        return Cast.everyone()
                .map(worker -> worker.way() == Way.RECRUITED
                        ? Voice.telling(
                                "hire-" + worker.alias(),
                                voice -> recruited.put(
                                        worker, new HiringTale(services, staff.structure(), worker, voice).tell()))
                        : Voice.telling("join-" + worker.alias(), voice -> staff.join(worker, voice)))
                .toList();
    }

    /// What clocks look at is told while nothing else is, for they do not wait long for the rest of it; and the rights
    /// that decisions are taken under.
    private List<Callable<Integer>> first(Staff staff, LocalDate last) {
        var surveys = Voice.telling("surveys", voice -> {
            for (var mood : MOODS.entrySet()) {
                new SurveyTale(services, staff, LocalDate.parse(mood.getKey()), mood.getValue()).tell(voice);
            }
        });
        var barriers = Voice.telling("barriers", new BarrierTale(services, staff, last));
        var rights = Voice.telling("rights", new RightsTale(services));
        return List.of(surveys, barriers, rights);
    }

    private List<Callable<Integer>> voices(Plot plot, Staff staff, LocalDate last) {
        var voices = new ArrayList<Callable<Integer>>();
        for (var worker : Cast.WORKERS) {
            voices.add(Voice.telling("diary-" + worker.alias(), voice -> diary(staff, worker, plot.days(), voice)));
            voices.add(Voice.telling("staff-" + worker.alias(), voice -> staff.record(worker, plot, last, voice)));
        }
        for (var place = 0; place < plot.households().size(); place++) {
            var household = plot.households().get(place);
            voices.add(Voice.telling("home" + place, new HouseholdTale(services, staff, last, household)));
        }
        voices.add(Voice.telling("changes", staff::change));
        voices.add(Voice.telling("support", new SupportTale(services, staff, last)));
        voices.add(Voice.telling("ideas", new IdeaTale(services, staff, last)));
        voices.add(Voice.telling("answers", new AnswerTale(services, staff, last)));
        return voices;
    }

    /// Told last: who has left is given no case any more, whatever the day.
    private static List<Callable<Integer>> departures(Staff staff) {
        return Cast.everyone()
                .filter(Cast.Worker::leaves)
                .map(worker -> Voice.telling("leave-" + worker.alias(), voice -> staff.leave(worker, voice)))
                .toList();
    }

    /// A week in one call, as workers do it.
    private void diary(Staff staff, Cast.Worker worker, Collection<WorkDay> days, Voice voice)
            throws IOException, InterruptedException {
        var weeks = days.stream()
                .filter(day -> day.worker().equals(worker))
                .collect(Collectors.groupingBy(
                        day -> day.date().minusDays(day.date().getDayOfWeek().getValue() - 1L),
                        TreeMap::new,
                        Collectors.toList()));
        for (var week : weeks.values()) {
            var entries = week.stream().flatMap(Story::entries).toList();
            voice.hands(services.cases(), staff.as(worker), "/v1/work-time", Map.of("entries", entries));
        }
    }

    private static Stream<Map<String, Object>> entries(WorkDay day) {
        return day.minutes().entrySet().stream()
                .map(part ->
                        Map.of("date", day.date().toString(), "category", part.getKey(), "minutes", part.getValue()));
    }

    private static int sum(ExecutorService telling, List<Callable<Integer>> voices)
            throws IOException, InterruptedException {
        var sum = 0;
        for (Future<Integer> part : telling.invokeAll(voices)) {
            try {
                sum += part.get();
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof IOException refused ? refused : new IOException(failed);
            }
        }
        return sum;
    }
}
