package refocus.recruitment.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.personal.Sealed;
import refocus.recruitment.application.ApplicationEvent.ApplicationStarted;

/// What an application holds, whatever state it is in.
///
/// @param rank its place among those interviewed, where the panel has given it one
public record File(
        UUID vacancy,
        UUID candidate,
        Optional<Sealed> statement,
        Optional<Instant> interviewAt,
        Optional<Integer> rank,
        Scores scores,
        Checks checks,
        Optional<EarlyStart> earlyStart) {

    /// A start before every check is in: assessed, and approved or not.
    ///
    /// @param open the kinds of check that it covers
    public record EarlyStart(UUID assessor, List<String> open, Optional<UUID> approver) {

        EarlyStart approvedBy(UUID head) {
            return new EarlyStart(assessor, open, Optional.of(head));
        }

        boolean covers(List<String> kinds) {
            return approver.isPresent() && open.containsAll(kinds);
        }
    }

    static File of(ApplicationStarted started) {
        return new File(
                started.vacancy(),
                started.candidate(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Scores.NONE,
                Checks.NONE,
                Optional.empty());
    }

    File stating(Optional<Sealed> text) {
        return new File(vacancy, candidate, text, interviewAt, rank, scores, checks, earlyStart);
    }

    File interviewedAt(Instant time) {
        return new File(vacancy, candidate, statement, Optional.of(time), rank, scores, checks, earlyStart);
    }

    File ranked(int place) {
        return new File(vacancy, candidate, statement, interviewAt, Optional.of(place), scores, checks, earlyStart);
    }

    File scored(Scores now) {
        return new File(vacancy, candidate, statement, interviewAt, rank, now, checks, earlyStart);
    }

    File checked(Checks now) {
        return new File(vacancy, candidate, statement, interviewAt, rank, scores, now, earlyStart);
    }

    File startingEarly(EarlyStart now) {
        return new File(vacancy, candidate, statement, interviewAt, rank, scores, checks, Optional.of(now));
    }
}
