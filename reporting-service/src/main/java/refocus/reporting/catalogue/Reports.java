package refocus.reporting.catalogue;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import refocus.eventsourcing.Unknown;
import refocus.reporting.figures.Report;

/// Every report there is, by name. Adding a report is adding a bean.
@Singleton
public class Reports {

    private final List<Report> reports;

    Reports(@All List<Report> reports) {
        this.reports =
                reports.stream().sorted(Comparator.comparing(Report::name)).toList();
    }

    public List<Report> all() {
        return reports;
    }

    public Report named(String name) {
        return reports.stream()
                .filter(report -> report.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Unknown("report"));
    }
}
