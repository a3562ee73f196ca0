package refocus.eventsourcing.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Where a page ended: the sort values of its last row, as opaque text.
///
/// @param values in the order of the sort; never personal data, for a cursor stands in a URL
public record Cursor(List<String> values) {

    private static final String BETWEEN = "\u001f";

    static Cursor of(List<?> values) {
        return new Cursor(values.stream().map(Object::toString).toList());
    }

    /// Reads the opaque text.
    public static Cursor fromString(String text) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            String joined = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return new Cursor(List.of(joined.split(BETWEEN, -1)));
        } catch (IllegalArgumentException | CharacterCodingException _) {
            throw malformed();
        }
    }

    public String text(int place) {
        return as(place, value -> value);
    }

    public UUID uuid(int place) {
        return as(place, UUID::fromString);
    }

    public long number(int place) {
        return as(place, Long::parseLong);
    }

    public LocalDate date(int place) {
        return as(place, LocalDate::parse);
    }

    public Instant instant(int place) {
        return as(place, Instant::parse);
    }

    @Override
    public String toString() {
        String joined = values.stream().collect(Collectors.joining(BETWEEN));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined.getBytes(StandardCharsets.UTF_8));
    }

    private <T> T as(int place, Function<String, T> reading) {
        try {
            return reading.apply(values.get(place));
        } catch (RuntimeException _) {
            throw malformed();
        }
    }

    private static Malformed malformed() {
        return new Malformed("after", "malformed-cursor");
    }
}
