package refocus.recruitment.vacancy.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.recruitment.vacancy.Bilingual;
import refocus.recruitment.vacancy.Criterion;
import refocus.recruitment.vacancy.PanelMember;
import refocus.recruitment.vacancy.Stage;

/// What requests about a vacancy bring.
interface Asked {

    record Words(
            @NotBlank @Size(max = 20_000) String en,
            @NotBlank @Size(max = 20_000) String cy) implements Asked {

        Bilingual known() {
            return new Bilingual(en, cy);
        }
    }

    /// The post to be filled.
    ///
    /// @param checks what must be verified before a start; without it, what every post with children needs
    record Post(
            @NotNull @Valid Words post,
            @NotBlank String role,

            @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax("1")
            BigDecimal fte,

            @NotBlank String reason,
            Optional<String> welshLevel,
            Optional<@Size(min = 1, max = 20) List<@NotBlank String>> checks,
            Optional<UUID> team,
            Optional<UUID> base,
            Optional<Instant> occurredAt)
            implements Asked {}

    record Criteria(
            @NotEmpty @Size(max = 40) List<@NotNull @Valid CriterionGiven> criteria, Optional<Instant> occurredAt)
            implements Asked {

        List<Criterion> known() {
            return criteria.stream().map(CriterionGiven::known).toList();
        }
    }

    record CriterionGiven(
            @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,39}")
            String id,

            @NotNull @Valid Words title,
            @NotNull Boolean essential,
            @NotNull @Min(1) @Max(10) Integer weight,
            @NotNull Stage stage,
            Optional<@Min(0) @Max(5) Integer> minimum,
            Optional<@Size(max = 6) List<@NotNull @Valid AnchorGiven>> anchors)
            implements Asked {

        Criterion known() {
            return new Criterion(
                    id,
                    title.known(),
                    essential,
                    weight,
                    stage,
                    minimum,
                    anchors.orElse(List.of()).stream().map(AnchorGiven::known).toList());
        }
    }

    record AnchorGiven(
            @NotNull @Min(0) @Max(5) Integer score,
            @NotNull @Valid Words words) implements Asked {

        Criterion.Anchor known() {
            return new Criterion.Anchor(score, words.known());
        }
    }

    record Panel(@NotEmpty @Size(max = 20) List<@NotNull @Valid Member> members, Optional<Instant> occurredAt)
            implements Asked {

        List<PanelMember> known() {
            return members.stream().map(Member::known).toList();
        }
    }

    record Member(@NotNull UUID assessor, Optional<Boolean> saferRecruitment, Optional<Boolean> youngPerson)
            implements Asked {

        PanelMember known() {
            return new PanelMember(assessor, saferRecruitment.orElse(false), youngPerson.orElse(false));
        }
    }

    record Advert(@NotNull @Valid Words advert, @NotNull Instant closesAt, Optional<Instant> occurredAt)
            implements Asked {}

    record Extension(@NotNull Instant closesAt, Optional<Instant> occurredAt) implements Asked {}

    record Cancellation(@NotBlank String reason, Optional<Instant> occurredAt) implements Asked {}

    /// For what is said by the address alone.
    record When(Optional<Instant> occurredAt) implements Asked {}
}
