package refocus.reporting.scorecard;

import static refocus.reporting.scorecard.Better.LESS;
import static refocus.reporting.scorecard.Better.MORE;
import static refocus.reporting.scorecard.Better.NEITHER;
import static refocus.reporting.scorecard.Headline.Theme.JUDGEMENT;
import static refocus.reporting.scorecard.Headline.Theme.LISTENING;
import static refocus.reporting.scorecard.Headline.Theme.SAFETY;
import static refocus.reporting.scorecard.Headline.Theme.STAFF;
import static refocus.reporting.scorecard.Headline.Theme.TIME;

import jakarta.inject.Singleton;
import java.util.List;
import refocus.reporting.catalogue.Reports;
import refocus.reporting.figures.Report;
import refocus.reporting.scorecard.Headline.Reading;

/// The headline measures, in the order of the page. Adding one is adding a line; every other report of the catalogue is
/// named at the foot of the page.
@Singleton
public class Headlines {

    /// Of needs raised and ideas proposed the youngest have not come far: what falls there is not worse.
    static final List<Headline> ALL = List.of(
            new Headline(TIME, "direct-work-share", "value", MORE),
            new Headline(TIME, "children-seen", "value", MORE),
            new Headline(TIME, "children-seen", "aloneValue", MORE),
            new Headline(JUDGEMENT, "front-line-decisions", "value", MORE),
            new Headline(JUDGEMENT, "referral-timeliness", "value", MORE),
            new Headline(STAFF, "caseload", "value", LESS),
            new Headline(STAFF, "support-loop", "value", NEITHER),
            new Headline(STAFF, "workforce", "value", MORE),
            new Headline(STAFF, "morale", "value", MORE, Reading.AS_NUMBER),
            new Headline(SAFETY, "safe-starts", "value", MORE),
            new Headline(LISTENING, "barriers", "value", LESS),
            new Headline(LISTENING, "you-said-we-did", "value", MORE),
            new Headline(LISTENING, "ideas-to-benefit", "value", NEITHER));

    private final Reports reports;

    Headlines(Reports reports) {
        this.reports = reports;
        // A line that names no report or column of ours is a mistake, and not to be passed over.
        ALL.forEach(headline -> Measure.column(reports.named(headline.report()), headline));
    }

    public List<Headline> all() {
        return ALL;
    }

    /// The reports with a headline, each once.
    public List<Report> reports() {
        return ALL.stream().map(Headline::report).distinct().map(reports::named).toList();
    }

    /// The reports that have no headline.
    public List<Report> others() {
        List<Report> shown = reports();
        return reports.all().stream().filter(report -> !shown.contains(report)).toList();
    }
}
