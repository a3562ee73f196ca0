package refocus.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import refocus.local.story.Api.As;
import refocus.local.story.Voice.Tale;

/// Tells what became of four ideas: one was argued, decided, done and measured.
record IdeaTale(Services services, Staff staff, LocalDate last) implements Tale {

    private static final As HEAD = Cast.HEAD.as();
    private static final As SERVICE_MANAGER = Cast.SERVICE_MANAGER.as();
    private static final As MANAGER = Cast.MANAGER.as();

    @Override
    public void tell(Voice voice) throws IOException, InterruptedException {
        recordingByVoice(voice);
        aTeamForNights(voice);
        gardenDays(voice);
    }

    /// From two people's same thought to an hour and a half a week with children.
    private void recordingByVoice(Voice voice) throws IOException, InterruptedException {
        var idea = proposed(
                voice,
                Cast.CARYS,
                "Write up by speaking",
                "We speak our notes in the car; a program writes them.",
                "2024-09-09T16:00");
        var same = proposed(
                voice, Cast.TOMOS, "Dictate case notes", "Dictation would give us an hour a day.", "2024-09-16T10:00");
        for (var worker : List.of(Cast.SIONED, Cast.PRIYA, Cast.RHIAN)) {
            says(voice, staff.as(worker), idea + "/supports", "2024-09-18T10:00", Map.of());
        }
        var absorbed = Map.of("absorbed", same.substring(same.lastIndexOf('/') + 1));
        voice.says(services.feedback(), MANAGER, idea + "/merging", 4, Days.at("2024-09-20T10:00"), absorbed);
        says(voice, MANAGER, idea + "/business-case", "2024-10-07T10:00", argued());
        var figures = Map.of(
                "strength", "OWN_FIGURES",
                "summary", "A quarter of our time is direct work; more than a third is recording.",
                "figure",
                        Map.of(
                                "report",
                                "direct-work-share",
                                "from",
                                "2023-10-01",
                                "to",
                                "2023-11-01",
                                "position",
                                "case 1"));
        var first = says(voice, MANAGER, idea + "/evidence", "2024-10-08T10:00", figures)
                .path("id")
                .asText();
        var children = Map.of("strength", "CHILDREN_SAY", "summary", "\"You are always writing.\"");
        var second = says(voice, MANAGER, idea + "/evidence", "2024-10-09T10:00", children)
                .path("id")
                .asText();
        for (var need : List.of("RELATIONSHIPS", "VOICE")) {
            for (var scorer : List.of(Cast.CARYS, Cast.SIONED)) {
                says(
                        voice,
                        staff.as(scorer),
                        idea + "/need-scores",
                        "2024-10-14T10:00",
                        Map.of("need", need, "score", 4));
            }
        }
        says(voice, MANAGER, idea + "/submission", "2024-10-21T10:00", Map.of());
        var decision = Map.of(
                "outcome",
                "APPROVED",
                "evidence",
                List.of(first, second),
                "rationale",
                "It costs less than a post and gives back the time of one.",
                "dissent",
                List.of(Map.of(
                        "worker", Cast.SERVICE_MANAGER.id(), "reason", "Spoken Welsh is not yet understood well.")));
        says(voice, HEAD, idea + "/decision", "2024-11-04T10:00", decision);
        says(voice, MANAGER, idea + "/implementation", "2025-01-13T10:00", Map.of("stage", "STARTED"));
        says(voice, MANAGER, idea + "/benefits", "2025-06-30T10:00", Map.of("value", 30.5));
        says(voice, MANAGER, idea + "/implementation", "2025-09-01T10:00", Map.of("stage", "COMPLETED"));
        says(voice, MANAGER, idea + "/benefits", "2026-03-31T10:00", Map.of("value", 34.2));
    }

    private void aTeamForNights(Voice voice) throws IOException, InterruptedException {
        var idea = proposed(
                voice,
                Cast.PRIYA,
                "A worker on call at night",
                "Children ring when nobody is there.",
                "2023-02-06T10:00");
        var option = Map.of("name", "Two posts", "benefit", "Somebody answers.", "costPounds", 96_000);
        var argued = Map.of(
                "options", List.of(option), "recommended", 0, "measure", "children-seen", "baseline", 71, "target", 75);
        says(voice, MANAGER, idea + "/business-case", "2023-03-06T10:00", argued);
        var heard = Map.of("strength", "PRACTICE_WISDOM", "summary", "Eleven calls in the last year, as we remember.");
        var evidence = says(voice, MANAGER, idea + "/evidence", "2023-03-07T10:00", heard)
                .path("id")
                .asText();
        says(
                voice,
                staff.as(Cast.PRIYA),
                idea + "/need-scores",
                "2023-03-08T10:00",
                Map.of("need", "SAFETY", "score", 3));
        says(voice, MANAGER, idea + "/submission", "2023-03-13T10:00", Map.of());
        var decision = Map.of(
                "outcome", "DECLINED",
                "evidence", List.of(evidence),
                "rationale", "The regional night team is there; we tell children its number first.");
        says(voice, SERVICE_MANAGER, idea + "/decision", "2023-03-27T10:00", decision);
    }

    private void gardenDays(Voice voice) throws IOException, InterruptedException {
        var idea = proposed(
                voice,
                Cast.MARED,
                "Garden days",
                "Talk is easier with a spade in hand.",
                last.minusDays(30) + "T10:00");
        says(voice, staff.as(Cast.DAFYDD), idea + "/supports", last.minusDays(28) + "T10:00", Map.of());
    }

    private static Map<String, Object> argued() {
        return Map.of(
                "options",
                List.of(
                        Map.of("name", "Leave it", "benefit", "None.", "costPounds", 0),
                        Map.of(
                                "name",
                                "Dictation for all",
                                "benefit",
                                "Half an hour a day each.",
                                "costPounds",
                                18_000)),
                "recommended",
                1,
                "measure",
                "direct-work-share",
                "baseline",
                26.0,
                "target",
                33.0);
    }

    private String proposed(Voice voice, Cast.Worker by, String title, String text, String at)
            throws IOException, InterruptedException {
        var facts = Map.of("title", title, "text", text);
        return "/v1/ideas/" + voice.makes(services.feedback(), staff.as(by), "/v1/ideas", Days.at(at), facts);
    }

    private JsonNode says(Voice voice, As as, String path, String at, Map<String, ?> facts)
            throws IOException, InterruptedException {
        return voice.says(services.feedback(), as, path, Days.at(at), facts);
    }
}
