package refocus.cases.access;

import java.util.List;
import java.util.UUID;
import refocus.eventsourcing.contract.Api;

/// A child who will be restricted, with a brother or sister who will not: everything that can mention the one, some of
/// it shared with the other.
final class RestrictedStory {

    static final String GIVEN = "Canariwen";
    static final String FAMILY = "Cyfrinach-Llwyd";
    static final String TEXT = "canary-in-a-text";

    final String given;
    final String family;

    final Api duty = someone("duty");
    final Api manager = someone("team-manager");
    final Api keeper = someone("service-manager");
    final Api lead = someone("practitioner");

    final String child;
    final String sibling;
    final String referral;
    final String joint;
    final String theCase;
    final String siblingsCase;
    final String allocation;
    final String decision;
    final String jointDecision;

    RestrictedStory(int birthYear) {
        this(GIVEN, FAMILY, birthYear);
    }

    /// Of a name that no other test gives.
    RestrictedStory(String given, String family, int birthYear) {
        this.given = given;
        this.family = family;
        child = duty.made("/v1/children", """
                {"givenName": "%s", "familyName": "%s", "dateOfBirth": {"date": "%d-06-02"}, "address": "%s"}""".formatted(given, family, birthYear, TEXT));
        sibling = duty.made("/v1/children", """
                {"givenName": "Gwilym", "familyName": "Agored", "dateOfBirth": {"date": "%d-07-03"}}""".formatted(birthYear));
        referral = received(child);
        joint = received(sibling + "\", \"" + child);
        theCase = opened(child);
        siblingsCase = opened(sibling);
        allocation = manager.made("/v1/cases/%s/allocations".formatted(theCase), allocating(lead.worker(), "LEAD"));
        lead.done("/v1/cases/%s/direct-work".formatted(theCase), """
                {"minutes": 50, "mode": "IN_PERSON", "seenAlone": true, "summary": "%s", "childView": "%1$s"}""".formatted(TEXT));
        lead.done("/v1/cases/%s/direct-work".formatted(siblingsCase), """
                {"minutes": 50, "mode": "IN_PERSON", "seenAlone": false, "summary": "%s",
                 "children": [{"child": "%s", "childView": "%1$s"}]}""".formatted(TEXT, child));
        lead.done("/v1/cases/%s/notes".formatted(theCase), """
                {"with": "SCHOOL", "summary": "%s"}""".formatted(TEXT));
        decision = proposed("/v1/cases/%s/decisions".formatted(theCase));
        jointDecision = proposed("/v1/referrals/%s/decisions".formatted(joint));
    }

    static Api someone(String role) {
        return new Api(role, UUID.randomUUID().toString());
    }

    void restrict() {
        keeper.done("/v1/children/%s/restriction".formatted(child), """
                {"reason": "STAFF_FAMILY"}""");
    }

    String granted(String worker) {
        return keeper.made("/v1/children/%s/grants".formatted(child), """
                {"worker": "%s", "reason": "COVER"}""".formatted(worker));
    }

    static String allocating(String worker, String role) {
        return """
                {"worker": "%s", "role": "%s", "from": "2026-01-05", "reason": "NEW_CASE"}""".formatted(worker, role);
    }

    /// What must not be seen by anyone without a basis.
    List<String> canaries() {
        return List.of(child, theCase, referral, allocation, decision, given, family, TEXT);
    }

    private String received(String children) {
        return duty.made("/v1/referrals", """
                {"children": ["%s"], "source": "SCHOOL", "reasons": ["NEGLECT"], "text": "%s", "urgency": "ROUTINE"}""".formatted(children, TEXT));
    }

    private String opened(String whose) {
        return manager.made("/v1/cases", """
                {"child": "%s"}""".formatted(whose));
    }

    private String proposed(String path) {
        return lead.made(path, """
                {"kind": "PLAN", "tier": "LOW", "rationale": "%s", "options": ["%1$s"]}""".formatted(TEXT));
    }
}
