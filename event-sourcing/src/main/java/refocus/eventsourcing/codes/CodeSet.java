package refocus.eventsourcing.codes;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One list of codes, in a version.
public record CodeSet(String name, int version, Label title, List<Code> codes) {

    /// The same words in both languages.
    public record Label(String en, String cy) {

        public String in(Locale language) {
            return language.getLanguage().equals("cy") ? cy : en;
        }
    }

    /// One code and its days of use, the last one not included.
    ///
    /// @param level what decision rights go by, where the code is a role
    public record Code(
            String code, String en, String cy, LocalDate from, Optional<LocalDate> to, Optional<Integer> level) {

        public Label label() {
            return new Label(en, cy);
        }

        boolean isUsedOn(LocalDate day) {
            return !day.isBefore(from) && to.filter(end -> !day.isBefore(end)).isEmpty();
        }
    }

    public Optional<Code> find(String code) {
        return codes.stream().filter(known -> known.code().equals(code)).findFirst();
    }
}
