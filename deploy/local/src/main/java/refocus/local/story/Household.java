package refocus.local.story;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The children of one home and what the service heard and did about them, in the order it happened.
record Household(List<Sibling> children, List<Report> reports, List<Work> cases) {

    record Sibling(
            String givenName, String familyName, LocalDate born, String sex, String nhsNumber, String language) {}

    /// A referral: when it came, whether and when it was acknowledged and triaged, and to what.
    record Report(
            Instant at,
            String source,
            String reason,
            String urgency,
            Optional<Instant> acknowledged,
            Optional<Instant> triaged,
            String nextAction) {}

    static Household of(List<Sibling> children) {
        return new Household(children, new ArrayList<>(), new ArrayList<>());
    }
}
