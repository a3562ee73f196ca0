package refocus.staff;

import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import refocus.eventsourcing.audit.Disclosed;
import refocus.eventsourcing.audit.Disclosures;
import refocus.eventsourcing.http.Caller;

/// Puts down who looks at what is about which worker, before they see anything, and who was refused it.
///
/// The words for why they may: `SELF`, `HR`, `MANAGER`, and `RECORD_KEEPING` for whoever holds records.
@ApplicationScoped
public class Looks {

    private final Disclosures disclosures;

    @Inject
    Looks(Disclosures disclosures) {
        this.disclosures = disclosures;
    }

    /// Completes for the worker and for managers; refuses all others, and puts that down.
    public Uni<Void> mayBy(UUID worker, String what, Caller caller) {
        return Managers.isOrIncludes(worker, caller)
                ? Uni.createFrom().voidItem()
                : disclosures
                        .record(caller, List.of(Disclosed.denied(worker, what, Optional.empty())))
                        .chain(() -> Uni.createFrom().failure(new ForbiddenException()));
    }

    public Uni<Void> at(UUID worker, String what, Caller caller) {
        return at(List.of(worker), what, caller);
    }

    /// At the holds on a worker's record and its erasure.
    public Uni<Void> atKeeping(UUID worker, Caller caller) {
        return disclosures.record(
                caller, List.of(new Disclosed(worker, "record-keeping", "RECORD_KEEPING", Optional.empty(), 1)));
    }

    /// At a list.
    ///
    /// @param workers whose entry each is; one worker may have several
    public Uni<Void> at(Collection<UUID> workers, String what, Caller caller) {
        Map<UUID, Long> entries =
                workers.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return disclosures.record(
                caller,
                entries.entrySet().stream()
                        .map(worker -> new Disclosed(
                                worker.getKey(),
                                what,
                                basis(worker.getKey(), caller),
                                Optional.empty(),
                                worker.getValue().intValue()))
                        .toList());
    }

    private static String basis(UUID worker, Caller caller) {
        if (caller.worker().filter(worker::equals).isPresent()) {
            return "SELF";
        }
        return caller.is(Roles.HR_OFFICER) ? "HR" : "MANAGER";
    }
}
