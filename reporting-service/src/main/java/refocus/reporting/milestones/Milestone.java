package refocus.reporting.milestones;

import java.time.LocalDate;
import java.util.UUID;
import refocus.eventsourcing.http.Language;
import refocus.eventsourcing.projection.Table;

/// A day after which figures may look different.
public record Milestone(UUID milestone, String nameEn, String nameCy, LocalDate reachedOn) {

    static final Table<Milestone> MILESTONES = Table.of("milestone", Milestone.class, "milestone");

    public String name(Language language) {
        return switch (language) {
            case EN -> nameEn;
            case CY -> nameCy;
        };
    }
}
