package refocus.reporting.scorecard.http;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import refocus.eventsourcing.http.Caller;
import refocus.reporting.catalogue.Words;
import refocus.reporting.catalogue.http.Readers;
import refocus.reporting.figures.Report;
import refocus.reporting.milestones.Milestone;
import refocus.reporting.period.By;
import refocus.reporting.period.Period;
import refocus.reporting.scorecard.Chart.NamedMilestone;
import refocus.reporting.scorecard.Headline.Theme;
import refocus.reporting.scorecard.Headlines;
import refocus.reporting.scorecard.Measure;
import refocus.reporting.scorecard.Scorecard;

/// The scorecard in the words and numbers of one reader's language; the template only sets it.
///
/// @param answer whether the measures move the right way, in one sentence
/// @param complete up to when the figures are complete
/// @param outside told to readers outside the service
public record ScorecardPage(
        String answer,
        String complete,
        Optional<String> outside,
        Form form,
        List<Chapter> chapters,
        List<Mark> milestones,
        List<Link> others) {

    /// The period asked for, and shorter ways to usual ones.
    public record Form(String from, String to, List<Unit> units, List<Link> usual) {}

    /// A unit the period can be cut into.
    ///
    /// @param code as in the address
    public record Unit(String code, String name, boolean chosen) {}

    public record Link(String text, String address) {}

    /// The measures that help to answer one question.
    public record Chapter(String id, String question, List<MeasureSection> measures) {}

    /// A milestone under its number in the charts.
    public record Mark(int number, String name, String date) {}

    static ScorecardPage of(Scorecard card, Headlines headlines, Frame frame, Caller caller, LocalDate today) {
        Said said = Said.in(frame.language());
        List<NamedMilestone> named = card.milestones().stream()
                .map(milestone -> new NamedMilestone(milestone, milestone.name(frame.language())))
                .toList();
        var sections = new Sections(card, frame, said, named, mayNameEvents(caller));
        return new ScorecardPage(
                answer(card, said),
                card.completeThrough()
                        .map(through -> said.word("complete", said.moment(through)))
                        .orElseGet(() -> said.word("complete.not")),
                Optional.of(said.word("outside")).filter(_ -> Readers.isOutside(caller)),
                form(card.question().period(), card.question().by().orElseThrow(), frame, said, today),
                chapters(card.measures(), sections, said),
                marks(card.milestones(), frame, said),
                headlines.others().stream()
                        .map(report -> other(report, frame, said.words()))
                        .toList());
    }

    static boolean mayNameEvents(Caller caller) {
        return Stream.of("analyst", "team-manager", "service-manager", "head-of-service")
                .anyMatch(caller::is);
    }

    private static String answer(Scorecard card, Said said) {
        Scorecard.Direction direction = card.direction();
        return direction.of() == 0
                ? said.word("answer.none")
                : said.word(
                        direction.right() * 2 > direction.of() ? "answer.yes" : "answer.no",
                        direction.right(),
                        direction.of());
    }

    private static Form form(Period period, By by, Frame frame, Said said, LocalDate today) {
        return new Form(
                period.from().toString(),
                period.to().toString(),
                Arrays.stream(By.values())
                        .map(unit -> new Unit(unit.code(), said.word("by." + unit.code()), unit == by))
                        .toList(),
                usual(frame, said, today));
    }

    private static List<Link> usual(Frame frame, Said said, LocalDate today) {
        LocalDate month = today.withDayOfMonth(1);
        LocalDate year = LocalDate.of(today.minusMonths(3).getYear(), 4, 1);
        return List.of(
                new Link(said.word("usual.quarters"), frame.home()),
                new Link(said.word("usual.months"), link(frame, month.minusMonths(12), month.plusMonths(1), By.MONTH)),
                new Link(
                        said.word("usual.years"),
                        link(frame, year.minusYears(4), year.plusYears(1), By.FINANCIAL_YEAR)));
    }

    private static String link(Frame frame, LocalDate from, LocalDate to, By by) {
        return frame.link("", "from", from.toString(), "to", to.toString(), "by", by.code());
    }

    private static List<Chapter> chapters(List<Measure> measures, Sections sections, Said said) {
        return Arrays.stream(Theme.values())
                .map(theme -> new Chapter(
                        theme.code(),
                        said.word("theme." + theme.code()),
                        measures.stream()
                                .filter(measure -> measure.headline().theme() == theme)
                                .map(sections::of)
                                .toList()))
                .filter(chapter -> !chapter.measures().isEmpty())
                .toList();
    }

    private static List<Mark> marks(List<Milestone> milestones, Frame frame, Said said) {
        return IntStream.range(0, milestones.size())
                .mapToObj(i -> new Mark(
                        i + 1,
                        milestones.get(i).name(frame.language()),
                        said.date(milestones.get(i).reachedOn())))
                .toList();
    }

    private static Link other(Report report, Frame frame, Words words) {
        return new Link(words.of(report, "title"), frame.definitions() + "#" + report.name());
    }
}
