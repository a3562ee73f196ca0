package refocus.recruitment.candidate.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.personal.Opener;
import refocus.recruitment.candidate.Candidate;
import refocus.recruitment.candidate.Candidate.FoundGap;
import refocus.recruitment.candidate.CandidateEvent.Occupation;

/// A candidate's record as its reader sees it; what is erased is left out.
record CandidateShown(
        UUID id,
        boolean erased,
        Optional<String> name,
        Optional<String> contact,
        Optional<String> language,
        List<OccupationShown> history,
        List<GapShown> gaps,
        LocalDate registeredOn) {

    record OccupationShown(Optional<String> what, LocalDate from, Optional<LocalDate> to) {

        static OccupationShown of(Occupation occupation, Opener opener) {
            return new OccupationShown(opener.open(occupation.what()).text(), occupation.from(), occupation.to());
        }
    }

    record GapShown(UUID id, LocalDate from, LocalDate to, Optional<String> explanation) {

        static GapShown of(FoundGap gap, Opener opener) {
            return new GapShown(gap.gap(), gap.found().from(), gap.found().to(), opener.text(gap.explanation()));
        }
    }

    static CandidateShown of(UUID id, Candidate state, Opener opener) {
        return switch (state) {
            case Candidate.Unregistered _ -> throw new Unknown("candidate");
            case Candidate.Registered(var details, var gaps) -> {
                Optional<String> name = opener.open(details.name()).text();
                yield new CandidateShown(
                        id,
                        name.isEmpty(),
                        name,
                        opener.open(details.contact()).text(),
                        details.language(),
                        details.history().stream()
                                .map(occupation -> OccupationShown.of(occupation, opener))
                                .toList(),
                        gaps.stream().map(gap -> GapShown.of(gap, opener)).toList(),
                        details.registeredOn());
            }
        };
    }
}
