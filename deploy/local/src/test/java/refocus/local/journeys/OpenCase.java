package refocus.local.journeys;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;

/// A child's case, from the report to who works with them.
final class OpenCase {

    private static final AtomicInteger CHILDREN = new AtomicInteger();

    final String path;
    private final Someone manager;

    OpenCase(RunningSystem system) {
        this.manager = Someone.of(system, "team-manager");
        var child = manager.makes("case", "/v1/children", """
                {"givenName": "Nia", "familyName": "Probert", "dateOfBirth": {"date": "%s", "precision": "DAY"}}""".formatted(birthday()));
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

    /// Another each time, so that no child looks like another.
    static LocalDate birthday() {
        return LocalDate.of(2016, 1, 1).plusDays(CHILDREN.getAndIncrement());
    }
}
