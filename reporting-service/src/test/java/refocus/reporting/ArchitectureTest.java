package refocus.reporting;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How the reports stand to each other: adding one is adding a folder.
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("refocus.reporting");

    @Test
    void no_report_sees_another() {
        List<String> reports = List.of(
                "directwork",
                "childrenseen",
                "referrals",
                "staffing",
                "milestones",
                "recruiting",
                "workforce",
                "caseload",
                "supportloop",
                "funnel",
                "safestarts",
                "morale",
                "barriers",
                "voices",
                "ideas",
                "decisions");
        for (String report : reports) {
            String[] others = reports.stream()
                    .filter(other -> !other.equals(report))
                    .map(other -> "refocus.reporting." + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("refocus.reporting." + report + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(CLASSES);
        }
    }

    @Test
    void nothing_sees_http() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..http..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("refocus.reporting..http..")
                .check(CLASSES);
    }

    @Test
    void figures_and_periods_know_neither_reports_nor_the_web() {
        noClasses()
                .that()
                .resideInAnyPackage("refocus.reporting.figures..", "refocus.reporting.period..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("refocus.reporting.catalogue..", "jakarta.ws..", "refocus.eventsourcing.http..")
                .check(CLASSES);
    }

    @Test
    void the_scorecard_counts_nothing_itself() {
        noClasses()
                .that()
                .resideInAPackage("refocus.reporting.scorecard..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "refocus.reporting.directwork..",
                        "refocus.reporting.childrenseen..",
                        "refocus.reporting.referrals..",
                        "refocus.reporting.staffing..",
                        "refocus.reporting.recruiting..",
                        "refocus.reporting.workforce..",
                        "refocus.reporting.caseload..",
                        "refocus.reporting.supportloop..",
                        "refocus.reporting.funnel..",
                        "refocus.reporting.safestarts..",
                        "refocus.reporting.morale..",
                        "refocus.reporting.barriers..",
                        "refocus.reporting.voices..",
                        "refocus.reporting.ideas..",
                        "refocus.reporting.decisions..",
                        "refocus.eventsourcing.projection.Views")
                .check(CLASSES);
    }
}
