package refocus.local.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// An idea becomes a business case, is decided by someone else on its evidence, and measured against its baseline.
class IdeaIsDecidedIT {

    @Test
    void an_idea_is_argued_decided_done_and_measured() throws Exception {
        var system = RunningSystem.shared();
        var worker = Someone.of(system, "practitioner");
        var colleague = Someone.of(system, "practitioner");
        var head = Someone.of(system, "head-of-service");
        var idea = "/v1/ideas/" + worker.makes("feedback", "/v1/ideas", """
                {"title": "Write up by speaking", "text": "We speak our notes in the car."}""");
        colleague.says("feedback", idea + "/supports", "{}");
        worker.says("feedback", idea + "/business-case", """
                {"options": [{"name": "Dictation for all", "benefit": "Half an hour a day.", "costPounds": 18000}],
                 "recommended": 0, "measure": "direct-work-share", "baseline": 26, "target": 33}""");
        assertThat(worker.isRefused("feedback", idea + "/submission", "{}")).isEqualTo("no-evidence");
        var evidence = worker.makes("feedback", idea + "/evidence", """
                {"strength": "CHILDREN_SAY", "summary": "You are always writing."}""");
        colleague.says("feedback", idea + "/need-scores", "{\"need\": \"RELATIONSHIPS\", \"score\": 4}");
        worker.says("feedback", idea + "/submission", "{}");

        head.says("feedback", idea + "/decision", """
                {"outcome": "APPROVED", "evidence": ["%s"], "rationale": "It gives back the time of a post.",
                 "dissent": [{"worker": "%s", "reason": "Spoken Welsh is not understood yet."}]}""".formatted(evidence, colleague.worker()));
        head.says("feedback", idea + "/implementation", "{\"stage\": \"STARTED\"}");
        head.says("feedback", idea + "/benefits", "{\"value\": 30.5}");
        head.says("feedback", idea + "/implementation", "{\"stage\": \"COMPLETED\"}");

        var decided = worker.reads("feedback", idea);
        assertThat(decided.path("status").asText()).isEqualTo("APPROVED");
        assertThat(decided.path("decision").path("dissent")).hasSize(1);
        assertThat(decided.path("benefits").path(0).path("value").asDouble()).isEqualTo(30.5);
        assertThat(decided.path("benefits").toString()).contains("4.5");
        assertThat(decided.path("completedOn").asText()).isNotEmpty();
    }
}
