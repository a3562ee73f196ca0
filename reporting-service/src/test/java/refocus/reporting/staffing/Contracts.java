package refocus.reporting.staffing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import refocus.eventsourcing.projection.Projection;
import refocus.reporting.staffing.StaffMessage.AbsenceRecorded;
import refocus.reporting.staffing.StaffMessage.CapacityChanged;
import refocus.reporting.staffing.StaffMessage.WorkerJoined;
import refocus.reporting.staffing.StaffMessage.WorkerLeft;

/// What a test says of contracts.
public final class Contracts {

    private Contracts() {}

    public static Projection<StaffMessage> projection() {
        return new ContractsProjection();
    }

    public static StaffMessage joined(String fte, String from) {
        return new WorkerJoined(new BigDecimal(fte), Optional.of(LocalDate.parse(from)));
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
