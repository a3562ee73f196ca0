package refocus.local.story;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import refocus.local.story.Api.As;
import refocus.local.story.Voice.Tale;

/// Tells what workers needed and what came of it: a session, a resource, a tool, and once a no.
record SupportTale(Services services, Staff staff, LocalDate last) implements Tale {

    private static final As MANAGER = Cast.MANAGER.as();
    private static final As OFFICE = Cast.OFFICE.as();

    @Override
    public void tell(Voice voice) throws IOException, InterruptedException {
        neededAndNotHad(voice);
        metByAResource(voice);
        metByASession(voice);
        metByATool(voice);
        notMetAfterAll(voice);
        stillOpen(voice);
    }

    private void metByASession(Voice voice) throws IOException, InterruptedException {
        var need = raised(voice, Cast.PRIYA, "TRAINING", "Life-story work: I have never done it.", "2025-02-03T11:00");
        acknowledged(voice, need, "2025-02-04T09:00");
        var session = session(voice);
        sourced(voice, need, "SESSION", session, "2025-02-10T09:00");
        var learners = List.of(Cast.PRIYA, Cast.DAFYDD, Cast.TOMOS, Cast.SIONED, Cast.CARYS);
        for (var learner : learners) {
            say(voice, staff.as(learner), session + "/bookings", "2025-02-12T10:00", Map.of());
        }
        // Four places: the last of them waits until one is given back.
        say(voice, staff.as(Cast.TOMOS), session + "/bookings/cancellation", "2025-02-26T10:00", Map.of());
        say(voice, staff.as(Cast.CARYS), session + "/bookings", "2025-02-26T15:00", Map.of());
        for (var learner : List.of(Cast.PRIYA, Cast.DAFYDD, Cast.SIONED, Cast.CARYS)) {
            var there = Map.of("worker", staff.id(learner), "attended", true);
            say(voice, OFFICE, session + "/attendance", "2025-03-06T17:00", there);
            say(voice, staff.as(learner), session + "/evaluations", "2025-03-07T09:00", Map.of("score", 5));
        }
        delivered(voice, need, "2025-03-06T17:00");
        judged(voice, Cast.PRIYA, need, true, "2025-04-02T09:00");
    }

    private void metByAResource(Voice voice) throws IOException, InterruptedException {
        var need = raised(
                voice,
                Cast.SIONED,
                "ADVICE",
                "How to talk with a child who does not want to talk.",
                "2023-05-09T10:00");
        acknowledged(voice, need, "2023-05-10T09:00");
        var cards = Map.of(
                "title", Map.of("en", "Wishes and feelings cards", "cy", "Cardiau dymuniadau a theimladau"),
                "summary",
                        Map.of(
                                "en", "Pictures to begin with, for children who find words hard.",
                                "cy", "Lluniau i ddechrau, i blant sy'n ei chael hi'n anodd cael geiriau."),
                "topics", List.of("DIRECT_WORK"),
                "audience", List.of("practitioner", "senior-practitioner"),
                "reviewBy", last.plusMonths(8).toString());
        var resource = "/v1/resources/" + make(voice, OFFICE, "/v1/resources", "2023-05-15T09:00", cards);
        sourced(voice, need, "RESOURCE", resource, "2023-05-15T10:00");
        delivered(voice, need, "2023-05-16T09:00");
        for (var reader : List.of(Cast.SIONED, Cast.CARYS, Cast.RHIAN, Cast.PRIYA)) {
            say(voice, staff.as(reader), resource + "/uses", "2023-06-05T09:00", Map.of());
            say(
                    voice,
                    staff.as(reader),
                    resource + "/ratings",
                    "2023-06-20T09:00",
                    Map.of("stars", reader.equals(Cast.RHIAN) ? 4 : 5));
        }
        judged(voice, Cast.SIONED, need, true, "2023-06-20T10:00");
    }

    private void metByATool(Voice voice) throws IOException, InterruptedException {
        for (var worker : List.of(Cast.CARYS, Cast.TOMOS, Cast.RHIAN)) {
            var need = raised(
                    voice, worker, "EQUIPMENT", "A tablet to draw and write with children on.", "2024-01-15T10:00");
            acknowledged(voice, need, "2024-01-16T10:00");
            sourced(voice, need, "TOOL", "", "2024-02-05T10:00");
            delivered(voice, need, "2024-03-04T10:00");
            judged(voice, worker, need, true, "2024-03-25T10:00");
        }
    }

    private void notMetAfterAll(Voice voice) throws IOException, InterruptedException {
        var need = raised(
                voice,
                Cast.DAFYDD,
                "TIME",
                "Nobody covers my duty days when a child is in crisis.",
                "2025-06-09T16:00");
        acknowledged(voice, need, "2025-06-11T09:00");
        sourced(voice, need, "PERSON", "", "2025-06-30T09:00");
        delivered(voice, need, "2025-07-07T09:00");
        judged(voice, Cast.DAFYDD, need, false, "2025-09-01T09:00");
    }

    private void neededAndNotHad(Voice voice) throws IOException, InterruptedException {
        var need = raised(voice, Cast.HUW, "TOOL", "A car of our own for visits.", "2018-03-05T10:00");
        acknowledged(voice, need, "2018-03-19T10:00");
        var why = Map.of("reason", "NO_MONEY", "explanation", "Pool cars come with one base; there is nothing before.");
        say(voice, MANAGER, need + "/decline", "2018-04-09T10:00", why);
    }

    private void stillOpen(Voice voice) throws IOException, InterruptedException {
        raised(voice, Cast.MARED, "SPACE", "A room where a child can make a noise.", last.minusDays(6) + "T10:00");
    }

    private String session(Voice voice) throws IOException, InterruptedException {
        var facts = Map.of(
                "title",
                Map.of("en", "Life-story work", "cy", "Gwaith stori bywyd"),
                "topic",
                "LIFE_STORY",
                "language",
                "BOTH",
                "places",
                4,
                "startsAt",
                Days.at("2025-03-06T09:30").toString(),
                "minutes",
                390);
        return "/v1/training-sessions/" + make(voice, OFFICE, "/v1/training-sessions", "2025-02-07T09:00", facts);
    }

    private String raised(Voice voice, Cast.Worker worker, String theme, String text, String at)
            throws IOException, InterruptedException {
        var facts = Map.of("theme", theme, "urgency", "SOON", "text", text);
        return "/v1/support-needs/" + make(voice, staff.as(worker), "/v1/support-needs", at, facts);
    }

    private void acknowledged(Voice voice, String need, String at) throws IOException, InterruptedException {
        say(voice, MANAGER, need + "/acknowledgement", at, Map.of());
    }

    /// With what: the address of a session or resource, where it has one.
    private void sourced(Voice voice, String need, String with, String reference, String at)
            throws IOException, InterruptedException {
        var facts = new HashMap<String, Object>(Map.of("with", with));
        if (!reference.isEmpty()) {
            facts.put("reference", reference.substring(reference.lastIndexOf('/') + 1));
        }
        say(voice, MANAGER, need + "/sourcing", at, facts);
    }

    private void delivered(Voice voice, String need, String at) throws IOException, InterruptedException {
        say(voice, MANAGER, need + "/delivery", at, Map.of());
    }

    private void judged(Voice voice, Cast.Worker worker, String need, boolean useful, String at)
            throws IOException, InterruptedException {
        say(voice, staff.as(worker), need + "/confirmation", at, Map.of("useful", useful));
    }

    private String make(Voice voice, As as, String path, String at, Map<String, ?> facts)
            throws IOException, InterruptedException {
        return voice.makes(services.staff(), as, path, Days.at(at), facts);
    }

    private void say(Voice voice, As as, String path, String at, Map<String, ?> facts)
            throws IOException, InterruptedException {
        voice.says(services.staff(), as, path, Days.at(at), facts);
    }
}
