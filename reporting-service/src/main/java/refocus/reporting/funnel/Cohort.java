package refocus.reporting.funnel;

import java.math.BigDecimal;
import java.util.Optional;
import refocus.reporting.figures.EachPart;
import refocus.reporting.figures.Percentage;
import refocus.reporting.figures.Row;

/// What became of the applications started in one part of a period.
///
/// A stage counts who ever came to it; `now…` who is there and has not ended. Of hires, `due…` counts those whose
/// months are over, six or twelve, and `kept…` those of them who stayed.
record Cohort(
        String key,
        Long started,
        Long submitted,
        Long shortlisted,
        Long interviewed,
        Long offered,
        Long accepted,
        Long hired,
        Long nowStarted,
        Long nowSubmitted,
        Long nowShortlisted,
        Long nowInterviewed,
        Long nowOffered,
        Long nowAccepted,
        Long ended,
        Optional<BigDecimal> daysToStart,
        Long kept6,
        Long due6,
        Long kept12,
        Long due12,
        Long kept6High,
        Long due6High,
        Long kept12High,
        Long due12High,
        Long kept6Low,
        Long due6Low,
        Long kept12Low,
        Long due12Low)
        implements EachPart.Answer {

    @Override
    public Row row(String key) {
        Row stages = Row.of(key)
                .with("numerator", hired)
                .with("denominator", started)
                .with("value", Percentage.of(hired, started))
                .with("submitted", submitted)
                .with("submittedShare", Percentage.of(submitted, started))
                .with("shortlisted", shortlisted)
                .with("shortlistedShare", Percentage.of(shortlisted, submitted))
                .with("interviewed", interviewed)
                .with("interviewedShare", Percentage.of(interviewed, shortlisted))
                .with("offered", offered)
                .with("offeredShare", Percentage.of(offered, interviewed))
                .with("accepted", accepted)
                .with("acceptedShare", Percentage.of(accepted, offered))
                .with("hiredShare", Percentage.of(hired, accepted));
        return kept(now(stages).with("daysToStart", daysToStart));
    }

    private Row now(Row row) {
        return row.with("nowStarted", nowStarted)
                .with("nowSubmitted", nowSubmitted)
                .with("nowShortlisted", nowShortlisted)
                .with("nowInterviewed", nowInterviewed)
                .with("nowOffered", nowOffered)
                .with("nowAccepted", nowAccepted)
                .with("ended", ended);
    }

    private Row kept(Row row) {
        Row all = kept(kept(row, "6", kept6, due6), "12", kept12, due12);
        Row high = kept(kept(all, "6High", kept6High, due6High), "12High", kept12High, due12High);
        return kept(kept(high, "6Low", kept6Low, due6Low), "12Low", kept12Low, due12Low);
    }

    private static Row kept(Row row, String which, long kept, long due) {
        return row.with("kept" + which, kept)
                .with("due" + which, due)
                .with("kept%sShare".formatted(which), Percentage.of(kept, due));
    }
}
