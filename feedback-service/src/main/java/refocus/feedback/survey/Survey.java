package refocus.feedback.survey;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import refocus.eventsourcing.Decider;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.Refused;
import refocus.eventsourcing.StreamType;
import refocus.eventsourcing.Unknown;
import refocus.feedback.survey.SurveyCommand.CloseSurvey;
import refocus.feedback.survey.SurveyCommand.DesignSurvey;
import refocus.feedback.survey.SurveyCommand.Invited;
import refocus.feedback.survey.SurveyCommand.OpenSurvey;
import refocus.feedback.survey.SurveyCommand.PublishResult;
import refocus.feedback.survey.SurveyCommand.RecordParticipation;
import refocus.feedback.survey.SurveyEvent.ParticipationRecorded;
import refocus.feedback.survey.SurveyEvent.SurveyClosed;
import refocus.feedback.survey.SurveyEvent.SurveyDesigned;
import refocus.feedback.survey.SurveyEvent.SurveyOpened;
import refocus.feedback.survey.SurveyEvent.SurveyResultPublished;

/// One survey, and every rule about asking and publishing.
public sealed interface Survey {

    record Undesigned() implements Survey {}

    record Designed(SurveyDesigned design) implements Survey {}

    /// It may be answered.
    ///
    /// @param drawn who has drawn a token
    record Open(SurveyDesigned design, SurveyOpened opening, Set<UUID> drawn) implements Survey {}

    record Closed(SurveyDesigned design, SurveyOpened opening) implements Survey {}

    record Published(SurveyDesigned design, SurveyOpened opening, SurveyResultPublished result) implements Survey {}

    /// No figure is published of fewer people.
    int MINIMUM_GROUP = 5;

    StreamType<SurveyCommand, SurveyEvent, Survey> TYPE = StreamType.of(
            "survey", new Decider<>(new Undesigned(), Survey::decide, Survey::evolve), SurveyEvent.class, Survey.class);

    static List<SurveyEvent> decide(Survey state, SurveyCommand command) {
        return switch (command) {
            case DesignSurvey designing -> design(state, designing);
            case OpenSurvey opening -> open(state, opening);
            case RecordParticipation(var worker) -> participate(open(state), worker);
            case CloseSurvey(var on) -> close(state, on);
            case PublishResult(var result) -> publish(state, result);
        };
    }

    static Survey evolve(Survey state, SurveyEvent event) {
        return switch (event) {
            case SurveyDesigned design -> new Designed(design);
            case SurveyOpened opening when state instanceof Designed(var design) -> new Open(design, opening, Set.of());
            case ParticipationRecorded(var worker) when state instanceof Open open -> joined(open, worker);
            case SurveyClosed _ when state instanceof Open open -> new Closed(open.design(), open.opening());
            case SurveyResultPublished result
            when state instanceof Closed(var design, var opening) -> new Published(design, opening, result);
            case SurveyOpened _, ParticipationRecorded _, SurveyClosed _, SurveyResultPublished _ ->
                throw new IllegalStateException("%s cannot follow %s".formatted(event, state));
        };
    }

    /// The survey while it may be answered.
    static Open open(Survey state) {
        return switch (state) {
            case Undesigned _ -> throw new Unknown("survey");
            case Designed _ -> throw new Refused("survey-not-open");
            case Open open -> open;
            case Closed _, Published _ -> throw new Refused("survey-closed");
        };
    }

    private static List<SurveyEvent> design(Survey state, DesignSurvey asked) {
        return switch (state) {
            case Undesigned _ -> List.of(designed(asked));
            // The id derives from the command, so this is the same command again.
            case Designed _, Open _, Closed _, Published _ -> List.of();
        };
    }

    private static SurveyDesigned designed(DesignSurvey asked) {
        if (asked.questions().stream().map(Question::id).distinct().count()
                < asked.questions().size()) {
            throw new Impossible("questions", "question-twice");
        }
        return new SurveyDesigned(asked.titleEn(), asked.titleCy(), asked.questions(), asked.on());
    }

    private static List<SurveyEvent> open(Survey state, OpenSurvey asked) {
        return switch (state) {
            case Undesigned _ -> throw new Unknown("survey");
            case Designed _ -> List.of(opened(asked));
            case Open open
            when open.opening().audience().equals(workers(asked))
                    && open.opening().closesOn().equals(asked.closesOn()) -> List.of();
            case Open _ -> throw new Refused("survey-frozen");
            case Closed _, Published _ -> throw new Refused("survey-closed");
        };
    }

    private static SurveyOpened opened(OpenSurvey asked) {
        List<UUID> workers = workers(asked);
        if (workers.size() < asked.audience().size()) {
            throw new Impossible("audience", "worker-twice");
        }
        if (workers.size() < MINIMUM_GROUP) {
            throw new Refused("audience-too-small", MINIMUM_GROUP);
        }
        if (asked.closesOn().isBefore(asked.on())) {
            throw new Impossible("closesOn", "closes-before-opening");
        }
        return new SurveyOpened(
                workers, Groups.of(asked.audience(), MINIMUM_GROUP), MINIMUM_GROUP, asked.on(), asked.closesOn());
    }

    /// In an order that says nothing of how they were listed.
    private static List<UUID> workers(OpenSurvey asked) {
        return asked.audience().stream()
                .map(Invited::worker)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<SurveyEvent> participate(Open open, UUID worker) {
        if (!open.opening().audience().contains(worker)) {
            throw new Refused("not-invited").notAllowed();
        }
        // Not a repeat: a second token would be a second voice, and the first cannot be found again.
        if (open.drawn().contains(worker)) {
            throw new Refused("token-drawn");
        }
        return List.of(new ParticipationRecorded(worker));
    }

    private static List<SurveyEvent> close(Survey state, LocalDate on) {
        return switch (state) {
            case Undesigned _ -> throw new Unknown("survey");
            case Designed _ -> throw new Refused("survey-not-open");
            case Open _ -> List.of(new SurveyClosed(on));
            case Closed _, Published _ -> List.of();
        };
    }

    private static List<SurveyEvent> publish(Survey state, SurveyResultPublished result) {
        return switch (state) {
            case Undesigned _ -> throw new Unknown("survey");
            case Designed _, Open _ -> throw new Refused("survey-not-closed");
            case Closed _ -> List.of(result);
            case Published _ -> List.of();
        };
    }

    private static Open joined(Open open, UUID worker) {
        var all = new HashSet<>(open.drawn());
        all.add(worker);
        return new Open(open.design(), open.opening(), Set.copyOf(all));
    }
}
