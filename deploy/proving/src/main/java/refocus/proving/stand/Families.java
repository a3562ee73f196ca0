package refocus.proving.stand;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/// Children with a case each, made through the API, to record work on.
///
/// @param children and cases: the child of a case is at the same place
public record Families(List<UUID> children, List<UUID> cases) {

    private static final int AT_ONCE = 8;

    /// Names are made by chance: two that sound alike, born on one day, would be one child to the service.
    private static final int BIRTHDAYS = 6000;
    private static final int OLDEST = 17;

    /// What a client sends to record a session.
    public static final String SESSION = """
            {"minutes": %d, "mode": "IN_PERSON", "seenAlone": true, "occurredAt": "%s",
             "summary": "We built a den and talked about the new school."}""";

    /// What a client sends to report a child.
    public static final String REFERRAL = """
            {"children": ["%s"], "source": "SCHOOL", "reasons": ["NEGLECT"], "urgency": "ROUTINE", "occurredAt": "%s",
             "text": "Often without a coat or lunch; says that nobody is at home in the evening."}""";

    private record Family(UUID child, UUID aCase) {}

    /// Makes them, some at once; no two look like one child.
    public static Families make(Api api, String service, int count) throws IOException, InterruptedException {
        var before = Instant.now().minus(Duration.ofDays(60)).truncatedTo(ChronoUnit.SECONDS);
        var families = atOnce(count, number -> family(api, service, number, before));
        return new Families(
                families.stream().map(Family::child).toList(),
                families.stream().map(Family::aCase).toList());
    }

    /// Records a session on each case, held yesterday.
    public void holdSessions(Api api, String service) throws IOException, InterruptedException {
        var session = SESSION.formatted(40, Instant.now().minus(Duration.ofDays(1)));
        atOnce(
                cases.size(),
                number -> api.make(
                        service + "/v1/cases/%s/direct-work".formatted(cases.get(number)), "practitioner", session));
    }

    private interface Making<T> {
        T make(int number) throws IOException, InterruptedException;
    }

    private static <T> List<T> atOnce(int count, Making<T> making) throws IOException, InterruptedException {
        try (var threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            var begun = IntStream.range(0, count)
                    .mapToObj(number -> threads.submit(() -> making.make(number)))
                    .toList();
            var made = new ArrayList<T>();
            for (var one : begun) {
                made.add(one.get());
            }
            return List.copyOf(made);
        } catch (ExecutionException failed) {
            throw new IOException("children, cases and sessions could not be made", failed.getCause());
        }
    }

    private static Family family(Api api, String service, int number, Instant before)
            throws IOException, InterruptedException {
        var name = UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "-" + UUID.randomUUID();
        var born =
                LocalDate.ofInstant(before, ZoneOffset.UTC).minusYears(OLDEST).plusDays(number % BIRTHDAYS);
        var child = api.make(
                        service + "/v1/children", "team-manager", """
                {"givenName": "%s", "familyName": "%s", "occurredAt": "%s",
                 "dateOfBirth": {"date": "%s", "precision": "DAY"}}""".formatted(name, UUID.randomUUID(), before, born))
                .id();
        var opened = api.make(service + "/v1/cases", "team-manager", """
                {"child": "%s", "occurredAt": "%s"}""".formatted(child, before))
                .id();
        return new Family(UUID.fromString(child), UUID.fromString(opened));
    }
}
