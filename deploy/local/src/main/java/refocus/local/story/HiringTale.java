package refocus.local.story;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import refocus.local.story.Api.As;
import refocus.local.story.StructureTale.Structure;

/// Tells how a vacancy was filled safely: what was asked for, who judged, blind, and what was checked before the start.
final class HiringTale {

    private static final As MANAGER = Cast.MANAGER.as();
    private static final As HEAD = Cast.HEAD.as();
    private static final As HR = Cast.HR.as();
    private static final As TRAINED = new As("panel-member", Cast.CARYS.id());
    private static final As COLLEAGUE = new As("panel-member", Cast.SIONED.id());
    private static final As YOUNG_PERSON = new As("panel-member", "0193a0de-0000-7000-8000-00000000cafe");

    private static final List<Map<String, Object>> CRITERIA = List.of(
            criterion("direct-work", "Works directly with children", "Yn gweithio'n uniongyrchol â phlant", "SIFT", 3),
            criterion("analysis", "Thinks about risk and says why", "Yn pwyso risg ac yn dweud pam", "INTERVIEW", 2),
            criterion("listening", "Listens to young people", "Yn gwrando ar bobl ifanc", "YOUNG_PEOPLE", 3));

    private static final List<String> CHECKS = List.of(
            "IDENTITY", "RIGHT_TO_WORK", "DBS_ENHANCED", "BARRED_LIST", "HEALTH", "REGISTRATION", "QUALIFICATION");

    private final Api recruitment;
    private final Api staff;
    private final Structure structure;
    private final Cast.Worker hired;
    private final LocalDate raisedOn;
    private final Voice voice;

    /// @param hired who gets the post, told of from four months before they start
    HiringTale(Services services, Structure structure, Cast.Worker hired, Voice voice) {
        this.recruitment = services.recruitment();
        this.staff = services.staff();
        this.structure = structure;
        this.hired = hired;
        this.raisedOn = Days.workingDaysAfter(hired.from().minusDays(120), 1);
        this.voice = voice;
    }

    /// Gives the record staff-service made of them.
    String tell() throws IOException, InterruptedException {
        var vacancy = advertised();
        var chosen = applied(vacancy, hired.name(), 12);
        var second = applied(vacancy, "Someone with less experience", 14);
        var third = applied(vacancy, "Someone from another field", 20);
        says(MANAGER, "/v1/vacancies/%s/closing".formatted(vacancy), 27, Map.of());
        sift(chosen, 5, 4);
        sift(second, 4, 3);
        sift(third, 1, 2);
        shortlisted(chosen);
        shortlisted(second);
        turnedDown(third);
        interviewed(chosen, 4, 5);
        interviewed(second, 3, 2);
        offered(chosen);
        checked(chosen);
        says(HR, at(chosen, "hire"), 95, Map.of("startsOn", hired.from().toString()));
        return named(worker(chosen));
    }

    private String advertised() throws IOException, InterruptedException {
        var post = Map.<String, Object>ofEntries(
                entry("post", Map.of("en", "Practitioner, children's service", "cy", "Ymarferydd, gwasanaeth plant")),
                entry("role", "practitioner"),
                entry("fte", hired.fte()),
                entry("reason", "REPLACEMENT"),
                entry("welshLevel", "DESIRABLE"),
                entry(
                        "checks",
                        List.of(
                                "IDENTITY",
                                "RIGHT_TO_WORK",
                                "DBS_ENHANCED",
                                "BARRED_LIST",
                                "HEALTH",
                                "REGISTRATION",
                                "QUALIFICATION",
                                "REFERENCE")),
                entry("team", structure.team(Team.SERVICE)),
                entry("base", structure.base(Team.SERVICE)));
        var vacancy = makes(MANAGER, "/v1/vacancies", 0, post);
        var path = "/v1/vacancies/%s/".formatted(vacancy);
        var approved = says(HEAD, path + "approval", 3, Map.of());
        var criteria = sets(path + "criteria", version(approved), 4, Map.of("criteria", CRITERIA));
        var panel = List.of(
                Map.of("assessor", TRAINED.worker(), "saferRecruitment", true),
                Map.of("assessor", COLLEAGUE.worker()),
                Map.of("assessor", YOUNG_PERSON.worker(), "youngPerson", true));
        sets(path + "panel", version(criteria), 5, Map.of("members", panel));
        var advert = Map.of(
                "advert",
                Map.of("en", "Come and spend your time with children.", "cy", "Dewch i dreulio'ch amser gyda phlant."),
                "closesAt",
                Days.at(raisedOn.plusDays(27), 17, 0).toString());
        says(MANAGER, path + "advert", 6, advert);
        return vacancy;
    }

    private String applied(String vacancy, String name, int day) throws IOException, InterruptedException {
        var history = List.of(
                Map.of(
                        "what",
                        "Support worker",
                        "from",
                        raisedOn.minusYears(6).toString(),
                        "to",
                        raisedOn.minusYears(3).toString()),
                Map.of(
                        "what",
                        "Practitioner",
                        "from",
                        raisedOn.minusYears(3).plusMonths(4).toString()));
        var about = Map.of("name", name, "contact", "by letter", "language", "cy", "history", history);
        var candidate = makes(HR, "/v1/candidates", day, about);
        var gap = recruitment
                .get(HR, "/v1/candidates/" + candidate)
                .path("gaps")
                .path(0)
                .path("id")
                .asText();
        says(
                HR,
                "/v1/candidates/%s/gaps/%s/explanation".formatted(candidate, gap),
                day,
                Map.of("explanation", "Caring for a parent."));
        var application =
                makes(HR, "/v1/vacancies/%s/applications".formatted(vacancy), day, Map.of("candidate", candidate));
        says(HR, at(application, "submission"), day + 1, Map.of("statement", "Why I want to work with children."));
        return application;
    }

    private void sift(String application, int trained, int colleague) throws IOException, InterruptedException {
        scored(TRAINED, application, "direct-work", trained, 30);
        scored(COLLEAGUE, application, "direct-work", colleague, 31);
    }

    private void interviewed(String application, int grownUps, int youngPerson)
            throws IOException, InterruptedException {
        says(
                HR,
                at(application, "interview"),
                36,
                Map.of("scheduledFor", Days.at(raisedOn.plusDays(45), 10, 0).toString()));
        says(HR, at(application, "interview/held"), 45, Map.of());
        scored(TRAINED, application, "analysis", grownUps, 45);
        scored(COLLEAGUE, application, "analysis", grownUps, 45);
        scored(YOUNG_PERSON, application, "listening", youngPerson, 45);
    }

    private void shortlisted(String application) throws IOException, InterruptedException {
        says(
                MANAGER,
                at(application, "shortlisting"),
                34,
                Map.of("shortlisted", true, "reasons", List.of("CRITERIA_MET")));
    }

    private void turnedDown(String application) throws IOException, InterruptedException {
        var why = Map.of(
                "shortlisted",
                false,
                "reasons",
                List.of("ESSENTIAL_NOT_MET"),
                "feedback",
                "We looked for time spent with children; tell us more of it next time.");
        says(MANAGER, at(application, "shortlisting"), 34, why);
    }

    private void offered(String application) throws IOException, InterruptedException {
        says(
                MANAGER,
                at(application, "offer"),
                48,
                Map.of("startsOn", hired.from().toString()));
        says(HR, at(application, "offer/acceptance"), 52, Map.of());
    }

    /// Nobody starts before every one of these is verified.
    private void checked(String application) throws IOException, InterruptedException {
        for (var check : CHECKS) {
            says(HR, at(application, "checks/" + check), 53, Map.of());
            var verified = Map.of("issuedOn", raisedOn.plusDays(60).toString(), "evidence", "file %s".formatted(check));
            says(HR, at(application, "checks/%s/verification".formatted(check)), 80, verified);
        }
        for (var employer : List.of("CURRENT_EMPLOYER", "EARLIER_EMPLOYER")) {
            var referee = Map.of("name", "A referee", "contact", "by letter", "relationship", employer);
            var reference = makes(HR, at(application, "references"), 53, referee);
            says(HR, at(application, "references/%s/receipt".formatted(reference)), 75, Map.of("satisfactory", true));
        }
    }

    /// The worker that the hire made, once staff-service has heard of it.
    private String worker(String application) throws IOException, InterruptedException {
        for (var tries = 0; tries < 600; tries++) {
            var workers =
                    staff.get(HR, "/v1/workers?application=" + application).path("items");
            if (!workers.isEmpty()) {
                return workers.path(0).path("id").asText();
            }
            Thread.sleep(100);
        }
        throw new IOException("staff-service has not heard of the hire of application " + application);
    }

    /// A hire crosses without a name: that is told by an HR officer.
    private String named(String worker) throws IOException, InterruptedException {
        voice.says(
                staff,
                HR,
                "/v1/workers/%s/name".formatted(worker),
                Days.at(hired.from(), 9, 0),
                Map.of("name", hired.name()));
        return worker;
    }

    private void scored(As assessor, String application, String criterion, int score, int day)
            throws IOException, InterruptedException {
        var facts = Map.of("criterion", criterion, "score", score, "evidence", "From what was said and shown.");
        says(assessor, at(application, "scores"), day, facts);
    }

    private JsonNode says(As as, String path, int day, Map<String, ?> facts) throws IOException, InterruptedException {
        return voice.says(recruitment, as, path, Days.at(raisedOn.plusDays(day), 11, 0), facts);
    }

    private JsonNode sets(String path, long seen, int day, Map<String, ?> facts)
            throws IOException, InterruptedException {
        return voice.sets(recruitment, MANAGER, path, seen, Days.at(raisedOn.plusDays(day), 11, 0), facts);
    }

    private String makes(As as, String path, int day, Map<String, ?> facts) throws IOException, InterruptedException {
        return says(as, path, day, facts).path("id").asText();
    }

    private static String at(String application, String what) {
        return "/v1/applications/%s/%s".formatted(application, what);
    }

    private static long version(JsonNode reply) {
        return reply.path("version").asLong();
    }

    private static Map<String, Object> criterion(String id, String en, String cy, String stage, int weight) {
        return Map.of(
                "id",
                id,
                "title",
                Map.of("en", en, "cy", cy),
                "essential",
                true,
                "weight",
                weight,
                "stage",
                stage,
                "minimum",
                2);
    }
}
