package refocus.recruitment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.audit.Disclosed;
import refocus.eventsourcing.audit.Disclosures;
import refocus.eventsourcing.http.Caller;

/// Puts down who looks at which candidate, before they see anything.
///
/// The words for why they may: [#RECRUITMENT], [#PANEL], [#VACANCY] and [#RECORD_KEEPING].
@ApplicationScoped
public class Looks {

    /// Runs recruitments.
    public static final String RECRUITMENT = "RECRUITMENT";

    /// Sits on the panel that judges the application.
    public static final String PANEL = "PANEL";

    /// Raised the vacancy that is applied for.
    public static final String VACANCY = "VACANCY";

    /// Holds records, and lets them go.
    public static final String RECORD_KEEPING = "RECORD_KEEPING";

    private final Disclosures disclosures;

    @Inject
    Looks(Disclosures disclosures) {
        this.disclosures = disclosures;
    }

    /// At what is about one candidate.
    public Uni<Void> at(UUID candidate, String what, String basis, Caller caller) {
        return at(List.of(candidate), what, basis, caller);
    }

    /// At a list of what is about several.
    public Uni<Void> at(Collection<UUID> candidates, String what, String basis, Caller caller) {
        return disclosures.record(
                caller,
                candidates.stream()
                        .map(candidate -> new Disclosed(candidate, what, basis, Optional.empty(), 1))
                        .toList());
    }

    /// One that was refused.
    public Uni<Void> refused(UUID candidate, String what, Caller caller) {
        return disclosures.record(caller, List.of(Disclosed.denied(candidate, what, Optional.empty())));
    }
}
