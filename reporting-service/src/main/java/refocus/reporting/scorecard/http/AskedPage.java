package refocus.reporting.scorecard.http;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Optional;
import refocus.reporting.catalogue.http.AskedReport;
import refocus.reporting.figures.Question;
import refocus.reporting.period.By;
import refocus.reporting.period.Period;

/// What of the dashboard is asked, by its form or by a link. For `@BeanParam`.
///
/// Without a word it is the last eight quarters and the one that has begun.
public class AskedPage {

    private static final int QUARTERS = 8;
    private static final int MONTHS = 3;

    @QueryParam("from")
    Optional<String> from = Optional.empty();

    @QueryParam("to")
    Optional<String> to = Optional.empty();

    @QueryParam("by")
    Optional<String> by = Optional.empty();

    /// Read by [Frame]; it stands here because a page takes no filter it does not declare.
    @QueryParam("language")
    Optional<String> language = Optional.empty();

    Question question(LocalDate today) {
        LocalDate quarter = today.withDayOfMonth(1).minusMonths((today.getMonthValue() - 1) % MONTHS);
        return AskedReport.of(
                        said(from)
                                .orElse(quarter.minusMonths((long) MONTHS * QUARTERS)
                                        .toString()),
                        said(to).orElse(quarter.plusMonths(MONTHS).toString()),
                        said(by).orElse(By.QUARTER.code()))
                .question();
    }

    /// The same question where only the whole counts: the events behind a figure, or the period of a link.
    Question whole(LocalDate today) {
        Question cut = question(today);
        return new Question(cut.period(), Optional.empty(), Optional.empty());
    }

    static LocalDate today() {
        return LocalDate.now(Period.WALES);
    }

    /// An empty field of a form says nothing.
    private static Optional<String> said(Optional<String> field) {
        return field.filter(text -> !text.isBlank());
    }
}
