package refocus.feedback.survey.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.Unknown;
import refocus.feedback.survey.Question;
import refocus.feedback.survey.Question.Kind;
import refocus.feedback.survey.Survey;
import refocus.feedback.survey.Survey.Closed;
import refocus.feedback.survey.Survey.Designed;
import refocus.feedback.survey.Survey.Open;
import refocus.feedback.survey.Survey.Published;
import refocus.feedback.survey.Survey.Undesigned;
import refocus.feedback.survey.SurveyEvent.Group;
import refocus.feedback.survey.SurveyEvent.SurveyDesigned;
import refocus.feedback.survey.SurveyEvent.SurveyOpened;
import refocus.feedback.survey.SurveyEvent.SurveyResultPublished;

/// A survey as its reader sees it: no figure at all before its result is published.
///
/// @param mayDraw whether the reader is asked and has not drawn a token yet
record SurveyShown(
        UUID id,
        Status status,
        String title,
        List<Asked> questions,
        Optional<LocalDate> openedOn,
        Optional<LocalDate> closesOn,
        List<Group> groups,
        boolean mayDraw,
        Optional<SurveyResultPublished> result) {

    enum Status {
        DESIGNED,
        OPEN,
        CLOSED,
        PUBLISHED
    }

    record Asked(String id, String text, Kind kind, int scale) {}

    static SurveyShown of(UUID id, Survey state, Optional<UUID> reader, Locale language) {
        return switch (state) {
            case Undesigned _ -> throw new Unknown("survey");
            case Designed(var design) ->
                of(id, Status.DESIGNED, design, Optional.empty(), false, Optional.empty(), language);
            case Open open ->
                of(
                        id,
                        Status.OPEN,
                        open.design(),
                        Optional.of(open.opening()),
                        reader.filter(worker -> mayDraw(open, worker)).isPresent(),
                        Optional.empty(),
                        language);
            case Closed(var design, var opening) ->
                of(id, Status.CLOSED, design, Optional.of(opening), false, Optional.empty(), language);
            case Published(var design, var opening, var result) ->
                of(id, Status.PUBLISHED, design, Optional.of(opening), false, Optional.of(result), language);
        };
    }

    private static SurveyShown of(
            UUID id,
            Status status,
            SurveyDesigned design,
            Optional<SurveyOpened> opening,
            boolean mayDraw,
            Optional<SurveyResultPublished> result,
            Locale language) {
        boolean welsh = language.getLanguage().equals("cy");
        return new SurveyShown(
                id,
                status,
                welsh ? design.titleCy() : design.titleEn(),
                design.questions().stream()
                        .map(question -> asked(question, welsh))
                        .toList(),
                opening.map(SurveyOpened::openedOn),
                opening.map(SurveyOpened::closesOn),
                opening.map(SurveyOpened::groups).orElse(List.of()),
                mayDraw,
                result);
    }

    private static Asked asked(Question question, boolean welsh) {
        return new Asked(question.id(), welsh ? question.cy() : question.en(), question.kind(), question.scale());
    }

    private static boolean mayDraw(Open open, UUID worker) {
        return open.opening().audience().contains(worker) && !open.drawn().contains(worker);
    }
}
