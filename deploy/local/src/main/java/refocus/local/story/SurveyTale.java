package refocus.local.story;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import refocus.local.story.Api.As;
import refocus.local.story.Voice.Tale;

/// Tells one pulse survey, as it is done: whoever takes part draws a token as themselves, and answers with it as
/// nobody.
///
/// @param mood how people feel, from 0 to 1: what they answer, and how many of them
record SurveyTale(Services services, Staff staff, LocalDate opens, double mood) implements Tale {

    private static final As HEAD = Cast.HEAD.as();
    private static final List<String> ASKED = List.of("heard", "time-with-children", "tools", "proud");

    /// A token in the hand of someone of that group.
    private record Drawn(String token, String group) {}

    @Override
    public void tell(Voice voice) throws IOException, InterruptedException {
        var chance = new Random(opens.toEpochDay());
        var feedback = services.feedback();
        var survey = voice.makes(feedback, HEAD, "/v1/surveys", Days.at(opens.minusDays(14), 10, 0), design());
        var path = "/v1/surveys/" + survey;
        var opening =
                Map.of("audience", audience(), "closesOn", opens.plusDays(11).toString());
        voice.says(feedback, HEAD, path + "/opening", Days.at(opens, 9, 0), opening);
        var tokens = new ArrayList<Drawn>();
        for (var worker : takingPart(chance)) {
            draw(survey, worker, Days.at(opens.plusDays(chance.nextInt(5)), 9, chance.nextInt(480)), tokens);
        }
        Collections.shuffle(tokens, chance);
        for (var drawn : tokens) {
            answer(survey, drawn, answers(chance));
        }
        voice.says(feedback, HEAD, path + "/closing", Days.at(opens.plusDays(11), 17, 0), Map.of());
    }

    /// Who has drawn in a telling that was cut off cannot draw again: that token is lost, as it is for anyone.
    private void draw(String survey, Cast.Worker worker, Instant at, List<Drawn> tokens)
            throws IOException, InterruptedException {
        try {
            var when = Map.<String, Object>of("occurredAt", at.toString());
            tokens.add(new Drawn(services.feedback().draw(staff.as(worker), survey, when), group(worker)));
        } catch (Api.Refused _) {
            // drawn before
        }
    }

    private void answer(String survey, Drawn drawn, Map<String, Integer> answers)
            throws IOException, InterruptedException {
        var sheet = Map.of("submission", UUID.randomUUID().toString(), "group", drawn.group(), "answers", answers);
        try {
            services.feedback().answer(survey, drawn.token(), sheet);
        } catch (Api.Refused _) {
            // the clock was faster
        }
    }

    private Map<String, Integer> answers(Random chance) {
        var answers = new HashMap<String, Integer>();
        for (var question : ASKED) {
            answers.put(question, Math.clamp(Math.round(1.6 + 2.8 * mood + chance.nextGaussian() * 0.6), 1, 5));
        }
        answers.put("recommend", Math.clamp(Math.round(4.5 + 5 * mood + chance.nextGaussian() * 1.4), 0, 10));
        return answers;
    }

    private List<Cast.Worker> takingPart(Random chance) {
        var all = new ArrayList<>(invited());
        Collections.shuffle(all, chance);
        return all.subList(0, (int) Math.round(all.size() * (0.65 + 0.35 * mood)));
    }

    private List<Cast.Worker> invited() {
        return Cast.everyone().filter(worker -> worker.isInPost(opens)).toList();
    }

    private List<Map<String, String>> audience() {
        return invited().stream()
                .map(worker -> Map.of("worker", staff.id(worker), "group", group(worker)))
                .toList();
    }

    private static String group(Cast.Worker worker) {
        return Cast.WORKERS.contains(worker) ? "WITH_CHILDREN" : "AROUND_THEM";
    }

    private static Map<String, Object> design() {
        return Map.of(
                "title", Map.of("en", "Pulse survey", "cy", "Arolwg pwls"),
                "questions",
                        List.of(
                                question("heard", "SCALE", "I am listened to.", "Mae rhywun yn gwrando arnaf."),
                                question(
                                        "time-with-children",
                                        "SCALE",
                                        "I have time for children.",
                                        "Mae gennyf amser i blant."),
                                question(
                                        "tools",
                                        "SCALE",
                                        "I have what I need.",
                                        "Mae gennyf yr hyn sydd ei angen arnaf."),
                                question("proud", "SCALE", "I am proud of our work.", "Rwy'n falch o'n gwaith."),
                                question(
                                        "recommend",
                                        "RECOMMEND",
                                        "I would recommend working here.",
                                        "Byddwn yn argymell gweithio yma.")));
    }

    private static Map<String, Object> question(String id, String kind, String en, String cy) {
        return Map.of("id", id, "kind", kind, "text", Map.of("en", en, "cy", cy));
    }
}
