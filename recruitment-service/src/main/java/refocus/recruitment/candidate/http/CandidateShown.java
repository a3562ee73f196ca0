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
///
/// @param held whether a legal hold keeps it
record CandidateShown(
        UUID id,
        boolean erased,
        boolean held,
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
            case Candidate.Registered registered -> of(id, registered, opener);
            case Candidate.Erasing(var before, var _) -> of(id, before, opener);
            case Candidate.Erased(var before) -> of(id, before, opener);
        };
    }

    private static CandidateShown of(UUID id, Candidate.Registered registered, Opener opener) {
        var details = registered.details();
        Optional<String> name = opener.open(details.name()).text();
        return new CandidateShown(
                id,
                name.isEmpty(),
                registered.holds().anyLasts(),
                name,
                opener.open(details.contact()).text(),
                details.language(),
                details.history().stream()
                        .map(occupation -> OccupationShown.of(occupation, opener))
                        .toList(),
                registered.gaps().stream().map(gap -> GapShown.of(gap, opener)).toList(),
                details.registeredOn());
    }
}
