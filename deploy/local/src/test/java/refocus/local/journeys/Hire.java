package refocus.local.journeys;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// A vacancy on its way to a colleague, step by step.
final class Hire {

    private static final List<String> CHECKS = List.of("IDENTITY", "DBS_ENHANCED");

    final Someone manager;
    final Someone head;
    final Someone hr;
    final String vacancy;
    final String application;
    private final String name;
    private final Someone trained;
    private final Someone colleague;

    /// Raised, approved, described, advertised, applied for and judged blind.
    Hire(RunningSystem system, String name) {
        this.name = name;
        this.manager = Someone.of(system, "team-manager");
        this.head = Someone.of(system, "head-of-service");
        this.hr = Someone.of(system, "hr-officer");
        this.trained = Someone.of(system, "panel-member");
        this.colleague = Someone.of(system, "panel-member");
        this.vacancy = advertised();
        this.application = "/v1/applications/" + applied();
        manager.says("recruitment", vacancy + "/closing", "{}");
        scored("direct-work");
    }

    String startsOn() {
        return LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();
    }

    /// Shortlisted, interviewed, offered the post, and glad of it.
    void choose() {
        manager.says("recruitment", application + "/shortlisting", "{\"shortlisted\": true}");
        hr.says("recruitment", application + "/interview/held", "{}");
        scored("listening");
        manager.says("recruitment", application + "/offer", "{\"startsOn\": \"%s\"}".formatted(startsOn()));
        hr.says("recruitment", application + "/offer/acceptance", "{}");
    }

    void check() {
        for (var check : CHECKS) {
            hr.says("recruitment", application + "/checks/" + check, "{}");
            hr.says("recruitment", application + "/checks/%s/verification".formatted(check), """
                    {"issuedOn": "%s", "evidence": "file 7"}""".formatted(
                            LocalDate.now(ZoneOffset.UTC)));
        }
    }

    JsonNode confirm() {
        return hr.says("recruitment", application + "/hire", "{\"startsOn\": \"%s\"}".formatted(startsOn()));
    }

    /// The worker the hire made, by event, named by the HR officer.
    String worker() {
        var id = application.substring(application.lastIndexOf('/') + 1);
        var found = await().atMost(Someone.PATIENCE)
                .until(
                        () -> hr.reads("staff", "/v1/workers?application=" + id).path("items"),
                        items -> !items.isEmpty());
        var worker = found.path(0).path("id").asText();
        hr.says("staff", "/v1/workers/%s/name".formatted(worker), "{\"name\": \"%s\"}".formatted(name));
        return worker;
    }

    private String advertised() {
        var at = "/v1/vacancies/"
                + manager.makes("recruitment", "/v1/vacancies", """
                {"post": {"en": "Practitioner", "cy": "Ymarferydd"}, "role": "practitioner", "fte": 1,
                 "reason": "REPLACEMENT", "checks": ["%s"]}""".formatted(String.join("\", \"", CHECKS)));
        var approved = head.says("recruitment", at + "/approval", "{}");
        var criteria = manager.sets("recruitment", at + "/criteria", version(approved), """
                {"criteria": [
                  {"id": "direct-work", "title": {"en": "Direct work", "cy": "Gwaith uniongyrchol"},
                   "essential": true, "weight": 3, "stage": "SIFT", "minimum": 3},
                  {"id": "listening", "title": {"en": "Listening", "cy": "Gwrando"},
                   "essential": true, "weight": 2, "stage": "INTERVIEW"}]}""");
        manager.sets(
                "recruitment", at + "/panel", version(criteria), """
                {"members": [{"assessor": "%s", "saferRecruitment": true}, {"assessor": "%s"}]}""".formatted(trained.worker(), colleague.worker()));
        manager.says("recruitment", at + "/advert", """
                {"advert": {"en": "Come", "cy": "Dewch"}, "closesAt": "%s"}""".formatted(Instant.now().plusSeconds(86_400)));
        return at;
    }

    private String applied() {
        var candidate = hr.makes("recruitment", "/v1/candidates", """
                {"name": "%s", "contact": "by letter", "language": "cy"}""".formatted(name));
        var id = hr.makes("recruitment", vacancy + "/applications", "{\"candidate\": \"%s\"}".formatted(candidate));
        hr.says("recruitment", "/v1/applications/%s/submission".formatted(id), "{}");
        return id;
    }

    private void scored(String criterion) {
        for (var assessor : List.of(trained, colleague)) {
            assessor.says("recruitment", application + "/scores", """
                    {"criterion": "%s", "score": 4, "evidence": "From what was said."}""".formatted(criterion));
        }
    }

    private static long version(JsonNode reply) {
        return reply.path("version").asLong();
    }
}
