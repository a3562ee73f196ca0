package refocus.staff;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/// The same words in both languages as a request brings them.
public record Words(
        @NotBlank @Size(max = 5_000) String en,
        @NotBlank @Size(max = 5_000) String cy) {

    public Bilingual known() {
        return new Bilingual(en, cy);
    }
}
