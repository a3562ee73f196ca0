package refocus.reporting.childrenseen;

/// The questions behind the figure, for parts with keys $1 from days $2 up to $3, as known at $4.
///
/// Children are distinct within each part, so that the parts do not add up to the whole, and the whole is asked for as
/// a part of its own. A child seen while no case was open is not of those we work with, and is not counted.
final class SeenSql {

    private SeenSql() {}

    /// A case is open from the day it opens to the day it closes, that day included.
    private static final String CASES = """
            with part as (
                select key, since, until from unnest($1::text[], $2::date[], $3::date[]) as p (key, since, until)
            ), movement as (
                select child, open, day as since,
                    lead(day) over (partition by case_id order by version) as until
                from views.case_fact where recorded_at <= $4
            ), held as (
                select distinct p.key, m.child
                from part p join movement m
                    on m.open and m.since < p.until and (m.until is null or m.until >= p.since)
                where not exists (
                    select from views.unborn_fact u where u.child = m.child and u.recorded_at <= $4)
            ),""";

    private static final String COUNTED = """
            select p.key, count(h.child) as children, count(s.child) as seen,
                count(s.child) filter (where s.alone) as alone
            from part p
            left join held h on h.key = p.key
            left join seen s on s.key = p.key and s.child = h.child
            group by p.key
            """;

    /// From the monthly rollups.
    static final String BY_MONTHS = CASES + """
            seen as (
                select p.key, m.child, sum(m.alone) > 0 as alone
                from part p join views.seen_month m on m.month >= p.since and m.month < p.until
                group by p.key, m.child
            )
            """ + COUNTED;

    /// From the facts: for any days, and as known at any moment.
    static final String BY_FACTS = CASES + """
            seen as (
                select p.key, f.child, bool_or(f.alone) as alone
                from part p join views.seen_fact f on f.day >= p.since and f.day < p.until and f.recorded_at <= $4
                group by p.key, f.child
            )
            """ + COUNTED;

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
