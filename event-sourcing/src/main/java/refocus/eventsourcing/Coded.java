package refocus.eventsourcing;

import java.util.List;

/// One code, or several, of a code set: as a fact of a refusal it is said in the reader's words.
public record Coded(String set, List<String> codes) {

    public static Coded of(String set, String code) {
        return new Coded(set, List.of(code));
    }

    /// For programs: the codes themselves.
    @Override
    public String toString() {
        return String.join(" ", codes);
    }
}
