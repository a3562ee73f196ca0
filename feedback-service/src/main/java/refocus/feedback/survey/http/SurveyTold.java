package refocus.feedback.survey.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.feedback.survey.Question;
import refocus.feedback.survey.Question.Kind;
import refocus.feedback.survey.SurveyCommand.DesignSurvey;
import refocus.feedback.survey.SurveyCommand.Invited;
import refocus.feedback.survey.SurveyCommand.OpenSurvey;

/// What callers say of surveys.
final class SurveyTold {

    private static final int LONGEST = 500;

    record Bilingual(
            @NotBlank @Size(max = LONGEST) String en,
            @NotBlank @Size(max = LONGEST) String cy) {}

    /// A question; its scale follows from its kind where none is given.
    record Asked(
            @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,40}")
            String id,

            @NotNull @Valid Bilingual text,
            @NotNull Kind kind,
            Optional<@Min(2) @Max(10) Integer> scale) {

        Question question() {
            int usual = Question.usualScale(kind);
            return new Question(id, text.en(), text.cy(), kind, kind == Kind.SCALE ? scale.orElse(usual) : usual);
        }
    }

    record Design(
            @NotNull @Valid Bilingual title,
            @NotEmpty @Size(max = 40) List<@NotNull @Valid Asked> questions,
            Optional<Instant> occurredAt) {

        DesignSurvey asked(LocalDate on) {
            return new DesignSurvey(
                    title.en(),
                    title.cy(),
                    questions.stream().map(Asked::question).toList(),
                    on);
        }
    }

    record Person(
            @NotNull UUID worker,

            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,40}")
            String group) {}

    record Opening(
            @NotEmpty @Size(max = 5_000) List<@NotNull @Valid Person> audience,
            @NotNull LocalDate closesOn,
            Optional<Instant> occurredAt) {

        OpenSurvey asked(LocalDate on) {
            return new OpenSurvey(
                    audience.stream()
                            .map(person -> new Invited(person.worker(), person.group()))
                            .toList(),
                    on,
                    closesOn);
        }
    }

    record Closing(Optional<Instant> occurredAt) {}

    record Draw(Optional<Instant> occurredAt) {}

    private SurveyTold() {}
}
