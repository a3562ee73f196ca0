package refocus.cases.subjectaccess;

import java.util.Locale;
import java.util.Map;
import refocus.eventsourcing.codes.CodeSets;

/// What a code in an entry says to a person.
final class Words {

    /// The code set of a field, and of one kind's field where kinds differ.
    private static final Map<String, String> SETS = Map.ofEntries(
            Map.entry("source", "referral-source"),
            Map.entry("reasons", "referral-reason"),
            Map.entry("urgency", "urgency"),
            Map.entry("consent", "consent"),
            Map.entry("nextActions", "next-action"),
            Map.entry("sex", "sex"),
            Map.entry("ethnicity", "ethnicity"),
            Map.entry("disability", "disability"),
            Map.entry("preferred", "preferred-language"),
            Map.entry("speaks", "language"),
            Map.entry("otherLanguages", "language"),
            Map.entry("place", "place"),
            Map.entry("method", "direct-work-method"),
            Map.entry("visitKind", "visit-kind"),
            Map.entry("with", "note-with"),
            Map.entry("tier", "risk-tier"),
            Map.entry("kind", "decision-kind"),
            Map.entry("ratedBy", "rater"),
            Map.entry("direct-work-held.mode", "direct-work-mode"),
            Map.entry("case-note-recorded.mode", "contact-mode"),
            Map.entry("child-details-corrected.reason", "correction-reason"),
            Map.entry("worker-allocated.reason", "allocation-reason"),
            Map.entry("allocation-ended.reason", "allocation-end-reason"),
            Map.entry("direct-work-not-held.reason", "not-held-reason"),
            Map.entry("case-closed.reason", "closure-reason"),
            Map.entry("case-reopened.reason", "reopening-reason"),
            Map.entry("decision-reviewed.outcome", "decision-review-outcome"),
            Map.entry("legal-hold-placed.reason", "legal-hold-reason"),
            Map.entry("legal-hold-lifted.reason", "legal-hold-lift-reason"),
            Map.entry("access-restricted.reason", "restriction-reason"),
            Map.entry("access-lifted.reason", "lifting-reason"),
            Map.entry("access-granted.reason", "grant-reason"),
            Map.entry("access-revoked.reason", "revocation-reason"),
            Map.entry("glass-broken.reason", "glass-reason"),
            Map.entry("glass-break-reviewed.outcome", "glass-outcome"),
            Map.entry("connection-declared.kind", "connection-kind"),
            Map.entry("erasure-refused.reason", "erasure-reason"),
            Map.entry("rule", "retention-rule"),
            Map.entry("by", "subject-access-by"),
            Map.entry("subject-access-answered.outcome", "subject-access-outcome"),
            Map.entry("seriousHarm", "serious-harm-test"),
            Map.entry("subject-access-answered.reason", "withheld-reason"));

    private Words() {}

    /// The words for it, or itself where it is no code.
    static String of(CodeSets codes, String kind, String field, String value, Locale language) {
        String set = SETS.getOrDefault(kind + "." + field, SETS.get(field));
        return set == null ? value : codes.label(set, value, language);
    }
}
