package refocus.cases.childcase.http;

import static refocus.cases.caseload.CaseloadProjection.CASELOAD_HOLD;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import refocus.cases.caseload.Hold;
import refocus.cases.childcase.CaseCommand.AllocateWorker;
import refocus.cases.staffing.StaffMember;
import refocus.cases.staffing.Staffing;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.projection.Views;

/// What a manager should know who has given a case to a worker: that nothing has been heard of them, that they leave,
/// or that it is more than they have room for.
@Singleton
class AllocationWarnings {

    /// @param message in the reader's language
    record Warning(String code, String message) {}

    private final Staffing staffing;
    private final Views views;
    private final CodeSets codes;

    AllocationWarnings(Staffing staffing, Views views, CodeSets codes) {
        this.staffing = staffing;
        this.views = views;
        this.codes = codes;
    }

    Uni<List<Warning>> of(UUID allocation, AllocateWorker command, Optional<StaffMember> member, Caller caller) {
        LocalDate day = command.from().isAfter(command.on()) ? command.from() : command.on();
        return isTooMuch(allocation, command, day)
                .map(tooMuch -> Stream.of(
                                member.isEmpty() ? Optional.of("worker-unknown") : Optional.<String>empty(),
                                member.flatMap(StaffMember::lastDay).map(_ -> "worker-leaving"),
                                tooMuch ? Optional.of("over-capacity") : Optional.<String>empty())
                        .flatMap(Optional::stream)
                        .map(code -> warning(code, caller.language().locale()))
                        .toList());
    }

    private Uni<Boolean> isTooMuch(UUID allocation, AllocateWorker command, LocalDate day) {
        return staffing.capacity(command.worker(), day)
                .flatMap(room -> room.isEmpty()
                        ? Uni.createFrom().item(false)
                        : held(allocation, command.worker(), day)
                                .map(held -> held.add(command.points().orElse(BigDecimal.ZERO))
                                                .compareTo(room.get())
                                        > 0));
    }

    /// The points of what the worker holds on that day, this allocation apart.
    private Uni<BigDecimal> held(UUID allocation, UUID worker, LocalDate day) {
        return views.list(
                        CASELOAD_HOLD,
                        "where t.worker = $1 and t.allocation <> $2 and t.starts_on <= $3"
                                + " and (t.ends_on is null or t.ends_on > $3)",
                        worker,
                        allocation,
                        day)
                .map(holds -> holds.stream()
                        .map(Hold::points)
                        .flatMap(Optional::stream)
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private Warning warning(String code, Locale language) {
        return new Warning(code, codes.label("allocation-warning", code, language));
    }
}
