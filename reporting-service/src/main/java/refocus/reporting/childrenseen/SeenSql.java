package refocus.reporting.childrenseen;

/// The questions behind the figure, for parts with keys $1 from days $2 up to $3, as known at $4. How it is reckoned
/// stands in `db/reports/R__children_seen.sql`, where analysts ask the same functions.
final class SeenSql {

    private SeenSql() {}

    static final String BY_MONTHS = "select * from reports.children_seen_by_months($1, $2, $3, $4)";

    static final String BY_FACTS = "select * from reports.children_seen_by_facts($1, $2, $3, $4)";

    /// What the figure counts in days from $1 up to $2 as known at $3: how cases stood, and who was seen.
    static final String EVENTS = """
            select event_id, type, stream, version, occurred_at, recorded_at, 'denominator' as counts
            from (
                select *, lead(day) over (partition by case_id order by version) as until
                from views.case_fact where recorded_at <= $3) movement
            where open and day < $2 and (until is null or until >= $1)
                and child not in (select child from views.unborn_fact where recorded_at <= $3)
            union all
            select event_id, type, stream, version, occurred_at, recorded_at,
                case when bool_or(alone) then 'numerator,alone' else 'numerator' end as counts
            from views.seen_fact f
            where day >= $1 and day < $2 and recorded_at <= $3
                and child not in (select child from views.unborn_fact where recorded_at <= $3)
                and exists (
                    select from (
                        select child, open, day, lead(day) over (partition by case_id order by version) as until
                        from views.case_fact where recorded_at <= $3) held
                    where held.child = f.child and open and held.day < $2 and (until is null or until >= $1))
            group by 1, 2, 3, 4, 5, 6""";
}
