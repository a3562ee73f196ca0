package refocus.reporting.funnel;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import refocus.eventsourcing.projection.Views;
import refocus.reporting.figures.Column;
import refocus.reporting.figures.CountedEvent;
import refocus.reporting.figures.CountedEvents;
import refocus.reporting.figures.EachPart;
import refocus.reporting.figures.Figures;
import refocus.reporting.figures.Question;
import refocus.reporting.figures.Report;

/// Applications that came to a hire, of those started in the period, stage by stage; and whether those hired stayed.
///
/// An application counts where it was started, whenever it came further. Each stage is of the stage before.
@Singleton
class RecruitmentFunnel implements Report {

    private static final EachPart<Cohort> PARTS =
            EachPart.of("select * from reports.recruitment_funnel($1, $2, $3, $4)", Cohort.class);

    /// The stages that applications came to and how they ended, and the approvals that the days to a start run from.
    private static final CountedEvents EVENTS = new CountedEvents("""
            with cohort as (
                select * from reports.applications_started($1::date, $2::date, $3)
            )
            select f.event_id, f.type, f.stream, f.version, f.occurred_at, f.recorded_at, case f.type
                when 'application-started' then 'denominator'
                when 'application-submitted' then 'submitted'
                when 'shortlisted' then 'shortlisted'
                when 'interview-held' then 'interviewed'
                when 'offer-made' then 'offered'
                when 'offer-accepted' then 'accepted'
                when 'hire-confirmed' then (
                    select string_agg(does.count, ',') from (values
                        ('numerator', true),
                        ('due6', c.kept6 is not null), ('kept6', c.kept6),
                        ('due12', c.kept12 is not null), ('kept12', c.kept12),
                        ('due6High', c.kept6 is not null and c.score >= 4), ('kept6High', c.kept6 and c.score >= 4),
                        ('due12High', c.kept12 is not null and c.score >= 4), ('kept12High', c.kept12 and c.score >= 4),
                        ('due6Low', c.kept6 is not null and c.score < 4), ('kept6Low', c.kept6 and c.score < 4),
                        ('due12Low', c.kept12 is not null and c.score < 4), ('kept12Low', c.kept12 and c.score < 4))
                        does (count, it) where does.it)
                else 'ended' end as counts
            from cohort c join views.application_fact f using (application)
            where f.type <> 'early-start-approved' and f.recorded_at <= $3
            union
            select v.event_id, v.type, v.stream, v.version, v.occurred_at, v.recorded_at, 'daysToStart'
            from cohort c
            join views.application_fact f on f.application = c.application and f.type = 'application-started'
            join views.vacancy_fact v on v.vacancy = f.vacancy and v.type = 'vacancy-approved'
            where c.days_to_start is not null and v.recorded_at <= $3""");

    private final Views views;

    RecruitmentFunnel(Views views) {
        this.views = views;
    }

    @Override
    public String name() {
        return "recruitment-funnel";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.band("numerator", "denominator"),
                Column.count("denominator"),
                Column.share("value", "numerator", "denominator"),
                Column.count("submitted", "denominator"),
                Column.share("submittedShare", "submitted", "denominator"),
                Column.count("shortlisted", "submitted"),
                Column.share("shortlistedShare", "shortlisted", "submitted"),
                Column.count("interviewed", "shortlisted"),
                Column.share("interviewedShare", "interviewed", "shortlisted"),
                Column.count("offered", "interviewed"),
                Column.share("offeredShare", "offered", "interviewed"),
                Column.count("accepted", "offered"),
                Column.share("acceptedShare", "accepted", "offered"),
                Column.share("hiredShare", "numerator", "accepted"),
                Column.band("nowStarted", "denominator"),
                Column.band("nowSubmitted", "denominator"),
                Column.band("nowShortlisted", "denominator"),
                Column.band("nowInterviewed", "denominator"),
                Column.band("nowOffered", "denominator"),
                Column.band("nowAccepted", "denominator"),
                Column.band("ended", "denominator"),
                Column.amount("daysToStart", "numerator"),
                Column.count("kept6", "due6"),
                Column.count("due6", "numerator"),
                Column.share("kept6Share", "kept6", "due6"),
                Column.count("kept12", "due12"),
                Column.count("due12", "numerator"),
                Column.share("kept12Share", "kept12", "due12"),
                Column.count("kept6High", "kept6"),
                Column.count("due6High", "due6"),
                Column.share("kept6HighShare", "kept6High", "due6High"),
                Column.count("kept12High", "kept12"),
                Column.count("due12High", "due12"),
                Column.share("kept12HighShare", "kept12High", "due12High"),
                Column.count("kept6Low", "kept6"),
                Column.count("due6Low", "due6"),
                Column.share("kept6LowShare", "kept6Low", "due6Low"),
                Column.count("kept12Low", "kept12"),
                Column.count("due12Low", "due12"),
                Column.share("kept12LowShare", "kept12Low", "due12Low"));
    }

    @Override
    public Set<String> projections() {
        return Set.of("recruitment");
    }

    @Override
    public Set<String> alsoReads() {
        return Set.of("contracts");
    }

    @Override
    public Uni<Figures> answer(Question question) {
        return PARTS.ask(views, question);
    }

    @Override
    public Uni<List<CountedEvent>> events(Question question, Optional<CountedEvent.Place> after, int limit) {
        return EVENTS.page(views, question, after, limit);
    }
}
