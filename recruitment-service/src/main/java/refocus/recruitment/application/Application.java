package refocus.recruitment.application;

import static refocus.eventsourcing.personal.Sealed.about;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import refocus.eventsourcing.Decider;
import refocus.eventsourcing.Refused;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.StreamType;
import refocus.eventsourcing.Unknown;
import refocus.recruitment.application.ApplicationCommand.StartApplication;
import refocus.recruitment.application.ApplicationCommand.SubmitApplication;
import refocus.recruitment.application.ApplicationCommand.WithdrawApplication;
import refocus.recruitment.application.ApplicationEvent.ApplicationStarted;
import refocus.recruitment.application.ApplicationEvent.ApplicationSubmitted;
import refocus.recruitment.application.ApplicationEvent.ApplicationWithdrawn;
import refocus.recruitment.application.File.EarlyStart;
import refocus.recruitment.application.OfferEvent.EarlyStartApproved;
import refocus.recruitment.application.OfferEvent.EarlyStartAssessed;
import refocus.recruitment.application.OfferEvent.HireConfirmed;
import refocus.recruitment.application.OfferEvent.OfferAccepted;
import refocus.recruitment.application.OfferEvent.OfferDeclined;
import refocus.recruitment.application.OfferEvent.OfferMade;
import refocus.recruitment.application.OfferEvent.OfferWithdrawn;
import refocus.recruitment.application.OfferEvent.ProbationReviewed;
import refocus.recruitment.application.SelectionEvent.CandidateFeedbackGiven;
import refocus.recruitment.application.SelectionEvent.CandidateRanked;
import refocus.recruitment.application.SelectionEvent.InterviewHeld;
import refocus.recruitment.application.SelectionEvent.InterviewScheduled;
import refocus.recruitment.application.SelectionEvent.NotShortlisted;
import refocus.recruitment.application.SelectionEvent.Shortlisted;
import refocus.recruitment.vacancy.Vacancy;

/// One candidate's application for one vacancy, and how it begins and ends; what happens between has rules of its own.
public sealed interface Application {

    record Unstarted() implements Application {}

    /// An application that somebody has begun.
    sealed interface OnFile extends Application {

        File file();

        OnFile with(File now);
    }

    record Started(File file) implements OnFile {

        @Override
        public Started with(File now) {
            return new Started(now);
        }
    }

    record InSift(File file) implements OnFile {

        @Override
        public InSift with(File now) {
            return new InSift(now);
        }
    }

    record ToInterview(File file) implements OnFile {

        @Override
        public ToInterview with(File now) {
            return new ToInterview(now);
        }
    }

    record Interviewed(File file) implements OnFile {

        @Override
        public Interviewed with(File now) {
            return new Interviewed(now);
        }
    }

    record Offered(File file) implements OnFile {

        @Override
        public Offered with(File now) {
            return new Offered(now);
        }
    }

    record OfferTaken(File file) implements OnFile {

        @Override
        public OfferTaken with(File now) {
            return new OfferTaken(now);
        }
    }

    /// Taken on.
    ///
    /// @param reviewed after how many months it was looked back on
    record Hired(File file, LocalDate startsOn, Set<Integer> reviewed) implements OnFile {

        @Override
        public Hired with(File now) {
            return new Hired(now, startsOn, reviewed);
        }

        Hired reviewedAfter(int months) {
            return new Hired(
                    file,
                    startsOn,
                    Stream.concat(reviewed.stream(), Stream.of(months)).collect(Collectors.toUnmodifiableSet()));
        }
    }

    record Ended(File file, Ending ending) implements OnFile {

        @Override
        public Ended with(File now) {
            return new Ended(now, ending);
        }
    }

    enum Ending {
        NOT_SHORTLISTED,
        OFFER_DECLINED,
        OFFER_WITHDRAWN,
        WITHDRAWN
    }

    StreamType<ApplicationCommand, ApplicationEvent, Application> TYPE = StreamType.of(
            "application",
            new Decider<>(new Unstarted(), Application::decide, Application::evolve),
            ApplicationEvent.class,
            Application.class);

    /// A candidate applies for a vacancy once.
    static StreamId of(UUID vacancy, UUID candidate) {
        return StreamId.of("application", vacancy, candidate);
    }

    /// What it holds; fails with [Unknown] where nobody has begun it.
    static OnFile onFile(Application state) {
        return switch (state) {
            case Unstarted _ -> throw new Unknown("application");
            case OnFile onFile -> onFile;
        };
    }

    static List<ApplicationEvent> decide(Application state, ApplicationCommand command) {
        return switch (command) {
            case StartApplication starting -> start(state, starting);
            case SubmitApplication submitting -> submit(onFile(state), submitting);
            case WithdrawApplication withdrawing -> withdraw(onFile(state), withdrawing);
            case ScoreCommand scoring -> Scoring.decide(onFile(state), scoring);
            case SelectionCommand selecting -> Selecting.decide(onFile(state), selecting);
            case OfferCommand offering -> Offering.decide(onFile(state), offering);
            case CheckCommand checking -> Checking.decide(onFile(state), checking);
        };
    }

    static Application evolve(Application state, ApplicationEvent event) {
        return switch (event) {
            case ApplicationStarted started -> new Started(File.of(started));
            case ApplicationSubmitted submitted -> new InSift(file(state, event).stating(submitted.statement()));
            case ApplicationWithdrawn _ -> new Ended(file(state, event), Ending.WITHDRAWN);
            case Shortlisted _ -> new ToInterview(file(state, event));
            case NotShortlisted _ -> new Ended(file(state, event), Ending.NOT_SHORTLISTED);
            case InterviewScheduled(var time) ->
                new ToInterview(file(state, event).interviewedAt(time));
            case InterviewHeld _ -> new Interviewed(file(state, event));
            case CandidateRanked ranked -> new Interviewed(file(state, event).ranked(ranked.rank()));
            case CandidateFeedbackGiven _ -> state;
            case OfferMade _ -> new Offered(file(state, event));
            case OfferAccepted _ -> new OfferTaken(file(state, event));
            case OfferDeclined _ -> new Ended(file(state, event), Ending.OFFER_DECLINED);
            case OfferWithdrawn _ -> new Ended(file(state, event), Ending.OFFER_WITHDRAWN);
            case EarlyStartAssessed assessed -> new OfferTaken(assessed(file(state, event), assessed));
            case EarlyStartApproved approved -> new OfferTaken(approved(file(state, event), approved));
            case HireConfirmed hire -> new Hired(file(state, event), hire.startsOn(), Set.of());
            case ProbationReviewed review when state instanceof Hired hired -> hired.reviewedAfter(review.month());
            case ProbationReviewed _ -> throw misplaced(state, event);
            case ScoreEvent scored -> with(state, scored);
            case CheckEvent checked -> with(state, checked);
        };
    }

    private static List<ApplicationEvent> start(Application state, StartApplication asked) {
        return switch (state) {
            case Unstarted _ -> {
                mustTakeApplications(asked.opening(), asked.at(), asked.lateReason());
                yield List.of(new ApplicationStarted(asked.vacancy(), asked.candidate(), asked.startedOn()));
            }
            case Ended _ -> throw ended();
            case OnFile _ -> List.of();
        };
    }

    private static List<ApplicationEvent> submit(OnFile state, SubmitApplication asked) {
        return switch (state) {
            case Started(var file) -> {
                mustTakeApplications(asked.opening(), asked.at(), asked.lateReason());
                var statement = about(file.candidate(), asked.statement());
                yield List.of(
                        new ApplicationSubmitted(file.vacancy(), statement, asked.lateReason(), asked.submittedOn()));
            }
            case Ended _ -> throw ended();
            case InSift _, ToInterview _, Interviewed _, Offered _, OfferTaken _, Hired _ -> List.of();
        };
    }

    /// After the closing time, only what a policy lets in.
    private static void mustTakeApplications(Vacancy vacancy, Instant at, Optional<String> lateReason) {
        Instant end =
                switch (vacancy) {
                    case Vacancy.Unraised _ -> throw new Unknown("vacancy");
                    case Vacancy.Raised _, Vacancy.Approved _ -> throw new Refused("vacancy-not-advertised");
                    case Vacancy.Advertised advertised -> advertised.closesAt();
                    case Vacancy.Closed closed -> closed.closedAt();
                    case Vacancy.Cancelled _ -> throw new Refused("vacancy-cancelled");
                    case Vacancy.Filled _ -> throw new Refused("vacancy-filled");
                };
        if (!at.isBefore(end) && lateReason.isEmpty()) {
            throw new Refused("application-late");
        }
    }

    private static List<ApplicationEvent> withdraw(OnFile state, WithdrawApplication asked) {
        return switch (state) {
            case Started _, InSift _, ToInterview _, Interviewed _, Offered _, OfferTaken _ ->
                List.of(new ApplicationWithdrawn(state.file().vacancy(), asked.reason(), asked.withdrawnOn()));
            case Hired _ -> throw new Refused("application-hired");
            case Ended(var _, Ending ending) when ending == Ending.WITHDRAWN -> List.of();
            case Ended _ -> throw ended();
        };
    }

    private static Refused ended() {
        return new Refused("application-ended");
    }

    private static File assessed(File file, EarlyStartAssessed event) {
        return file.startingEarly(new EarlyStart(event.assessor(), event.open(), Optional.empty()));
    }

    private static File approved(File file, EarlyStartApproved event) {
        return file.earlyStart()
                .map(early -> file.startingEarly(early.approvedBy(event.approver())))
                .orElseThrow(() -> new IllegalStateException("%s without an assessment".formatted(event)));
    }

    private static Application with(Application state, ScoreEvent event) {
        OnFile before = onFile(state, event);
        return before.with(before.file().scored(before.file().scores().after(event)));
    }

    private static Application with(Application state, CheckEvent event) {
        OnFile before = onFile(state, event);
        return before.with(before.file().checked(before.file().checks().after(event)));
    }

    private static File file(Application state, ApplicationEvent event) {
        return onFile(state, event).file();
    }

    /// History is append-only and version-checked, so a misplaced event is a bug in us: stop, don't guess.
    private static OnFile onFile(Application state, ApplicationEvent event) {
        if (state instanceof OnFile onFile) {
            return onFile;
        }
        throw misplaced(state, event);
    }

    private static IllegalStateException misplaced(Application state, ApplicationEvent event) {
        return new IllegalStateException("%s cannot follow %s".formatted(event, state));
    }
}
