package refocus.reporting.staffing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.projection.Projection;
import refocus.reporting.staffing.StaffMessage.AbsenceRecorded;
import refocus.reporting.staffing.StaffMessage.CapacityChanged;
import refocus.reporting.staffing.StaffMessage.EstablishmentSet;
import refocus.reporting.staffing.StaffMessage.WorkerJoined;
import refocus.reporting.staffing.StaffMessage.WorkerLeft;

/// What a test says of contracts and posts.
public final class Contracts {

    private Contracts() {}

    public static Projection<StaffMessage> projection() {
        return new ContractsProjection();
    }

    public static StaffMessage joined(String fte, String from) {
        return joined(fte, from, false, Optional.empty());
    }

    public static StaffMessage joinedFromAgency(String fte, String from) {
        return joined(fte, from, true, Optional.empty());
    }

    public static StaffMessage joinedUpon(UUID application, String fte, String from) {
        return joined(fte, from, false, Optional.of(application));
    }

    public static StaffMessage onPlacement(String from) {
        return new WorkerJoined(
                BigDecimal.ONE,
                Optional.of("STUDENT"),
                Optional.of(false),
                Optional.of(LocalDate.parse(from)),
                Optional.empty());
    }

    private static StaffMessage joined(String fte, String from, boolean agency, Optional<UUID> application) {
        return new WorkerJoined(
                new BigDecimal(fte),
                Optional.of("PERMANENT"),
                Optional.of(agency),
                Optional.of(LocalDate.parse(from)),
                application);
    }

    public static StaffMessage established(String fte, String from) {
        return new EstablishmentSet(new BigDecimal(fte), LocalDate.parse(from));
    }

    public static StaffMessage changed(String fte, String from) {
        return new CapacityChanged(new BigDecimal(fte), Optional.of(LocalDate.parse(from)));
    }

    public static StaffMessage left(String lastDay) {
        return new WorkerLeft(Optional.of(LocalDate.parse(lastDay)));
    }

    public static StaffMessage away(String from, String to) {
        return new AbsenceRecorded(LocalDate.parse(from), LocalDate.parse(to));
    }
}
