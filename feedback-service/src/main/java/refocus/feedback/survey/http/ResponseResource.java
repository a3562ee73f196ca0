package refocus.feedback.survey.http;

import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.log.Current;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.feedback.survey.Question;
import refocus.feedback.survey.Sheet;
import refocus.feedback.survey.Survey;
import refocus.feedback.survey.Survey.Open;
import refocus.feedback.survey.SurveyCommand;
import refocus.feedback.survey.SurveyEvent;
import refocus.feedback.surveybox.AnswerBox;
import refocus.feedback.surveybox.TokenPool;

/// Answers, by whoever holds a token: this door asks for no identity and looks at none.
@Path("/v1/surveys/{id}/responses")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class ResponseResource {

    private static final Pattern TOKEN = Pattern.compile("SurveyToken ([A-Za-z0-9_-]{43})");

    /// One person's answers.
    ///
    /// @param submission a random id of the sender's: sent again under it, the answers count once
    /// @param group one of the survey's groups, where the sender wants to say
    /// @param answers by the id of the question; a question may be left out
    record Answers(
            @NotNull UUID submission,
            Optional<String> group,
            @NotEmpty Map<@NotNull String, @NotNull Integer> answers) {}

    record Received(boolean received) {}

    private final Desk<SurveyCommand, SurveyEvent, Survey> desk;
    private final TokenPool tokens;
    private final AnswerBox box;

    ResponseResource(Desks desks, TokenPool tokens, AnswerBox box) {
        this.desk = desks.of(Survey.TYPE);
        this.tokens = tokens;
        this.box = box;
    }

    @POST
    public Uni<Received> answer(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.AUTHORIZATION) Optional<String> authorization,
            @NotNull @Valid Answers asked) {
        String token = authorization
                .map(TOKEN::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .orElseThrow(UnauthorizedException::new);
        return desk.read(id)
                .map(Current::state)
                .map(Survey::open)
                .chain(open -> put(id, token, asked.submission(), sheet(open, asked), open))
                .replaceWith(new Received(true));
    }

    private Uni<Void> put(UUID survey, String token, UUID submission, Sheet sheet, Open open) {
        var longest = Sheet.longest(open.design(), open.opening());
        return tokens.use(survey, token, submission).chain(() -> box.put(survey, token, submission, sheet, longest));
    }

    private static Sheet sheet(Open open, Answers asked) {
        asked.group().ifPresent(group -> mustBeFrozen(open, group));
        asked.answers().forEach((id, answer) -> mustBeAsked(open, id, answer));
        return new Sheet(asked.group(), asked.answers());
    }

    private static void mustBeFrozen(Open open, String group) {
        if (open.opening().groups().stream().noneMatch(known -> known.name().equals(group))) {
            throw new Impossible("group", "unknown-group");
        }
    }

    private static void mustBeAsked(Open open, String id, int answer) {
        Question question = open.design().questions().stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Impossible("answers", "unknown-question"));
        if (!question.takes(answer)) {
            throw new Impossible("answers." + question.id(), "answer-off-scale");
        }
    }
}
