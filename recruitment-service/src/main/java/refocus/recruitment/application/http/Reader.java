package refocus.recruitment.application.http;

import static refocus.recruitment.Roles.HEAD_OF_SERVICE;
import static refocus.recruitment.Roles.HR_OFFICER;
import static refocus.recruitment.Roles.RECRUITER;
import static refocus.recruitment.Roles.SERVICE_MANAGER;
import static refocus.recruitment.Roles.TEAM_MANAGER;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.http.Caller;
import refocus.recruitment.Looks;
import refocus.recruitment.application.Application;
import refocus.recruitment.application.Application.InSift;
import refocus.recruitment.application.Application.OnFile;
import refocus.recruitment.application.Application.Started;
import refocus.recruitment.application.Scores.Score;
import refocus.recruitment.vacancy.Stage;
import refocus.recruitment.vacancy.Terms;

/// Who reads about applications, and how much of each. Denied by default: what one may not see is not there.
///
/// @param runsRecruitment sees every vacancy's applications, with names
/// @param manages sees those of the vacancies they raised
public record Reader(Optional<UUID> worker, boolean runsRecruitment, boolean manages) {

    public static Reader of(Caller caller) {
        return new Reader(
                caller.worker(),
                Stream.of(RECRUITER, HR_OFFICER, SERVICE_MANAGER, HEAD_OF_SERVICE)
                        .anyMatch(caller::is),
                caller.is(TEAM_MANAGER));
    }

    /// Fails with [Unknown] for who is neither running it, nor its raiser, nor on its panel.
    public Terms mustSee(Terms terms) {
        if (runsRecruitment || isOnPanel(terms) || raised(terms)) {
            return terms;
        }
        throw new Unknown("application");
    }

    /// The same, and hidden from those who are recused from it.
    public boolean sees(Application application, Terms terms) {
        OnFile onFile = Application.onFile(application);
        return runsRecruitment || raised(terms) || (isOnPanel(terms) && !isRecused(onFile));
    }

    /// Why they may see it, in the word of the access log.
    public String basis(Terms terms) {
        if (runsRecruitment) {
            return Looks.RECRUITMENT;
        }
        return raised(terms) ? Looks.VACANCY : Looks.PANEL;
    }

    /// The sift is anonymised for those who judge.
    public boolean seesWho(Application application) {
        return runsRecruitment || !(application instanceof Started || application instanceof InSift);
    }

    /// Before a stage is revealed everyone sees their own scores and no others, whatever their role.
    public boolean sees(OnFile application, Stage stage, Score score) {
        return application.file().scores().isRevealed(stage)
                || worker.filter(score.assessor()::equals).isPresent();
    }

    private boolean isOnPanel(Terms terms) {
        return worker.filter(terms::hasOnPanel).isPresent();
    }

    private boolean isRecused(OnFile application) {
        return worker.filter(application.file().scores().recused()::contains).isPresent();
    }

    private boolean raised(Terms terms) {
        return manages && worker.filter(terms.post().raisedBy()::equals).isPresent();
    }
}
