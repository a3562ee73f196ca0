package refocus.local.journeys;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/// A child's case, from the report to who works with them.
final class OpenCase {

    final String path;
    private final Someone manager;

    OpenCase(RunningSystem system) {
        this.manager = Someone.of(system, "team-manager");
        var child = manager.makes("case", "/v1/children", """
                {"givenName": "Nia", "familyName": "%s", "dateOfBirth": {"date": "2015-06-02", "precision": "DAY"}}""".formatted(name()));
        var referral = manager.makes("case", "/v1/referrals", """
                {"children": ["%s"], "source": "SCHOOL", "reasons": ["NEGLECT"], "text": "Worried.", "urgency": "ROUTINE"}""".formatted(child));
        manager.says("case", "/v1/referrals/%s/triage".formatted(referral), """
                {"nextActions": ["ASSESSMENT"], "rationale": "From what we know."}""");
        this.path = "/v1/cases/" + manager.makes("case", "/v1/cases", """
                {"child": "%s", "referral": "%s"}""".formatted(child, referral));
    }

    void allocate(String worker) {
        manager.says("case", path + "/allocations", """
                {"worker": "%s", "role": "LEAD", "from": "%s", "reason": "NEW_CASE"}""".formatted(worker, LocalDate.now(ZoneOffset.UTC)));
    }

    String lead() {
        return manager.reads("case", path).path("lead").asText();
    }

    /// Nobody else has it, so that no child looks like another.
    static String name() {
        return UUID.randomUUID().toString().replaceAll("[^a-f]", "")
                + UUID.randomUUID().toString().substring(0, 8);
    }
}
