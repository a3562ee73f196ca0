package refocus.eventsourcing.canary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A stem that stands in every planted word, and every form in which it could have been written down.
///
/// Letters and digits alone, so that JSON and addresses write it as it is.
public record Canary(String stem) {

    private static final int HINT = 8;

    /// One that nothing else says by chance.
    public static Canary hatch() {
        return new Canary(
                "Caneri" + UUID.randomUUID().toString().replace("-", "").substring(0, HINT) + "ud");
    }

    /// A word for one place, as in `name`.
    public String word(String place) {
        return stem + "-" + place;
    }

    /// The first form in which it stands there.
    public Optional<String> in(byte[] bytes) {
        return inLatin(new String(bytes, ISO_8859_1));
    }

    /// The same for what is text already.
    public Optional<String> in(String text) {
        return in(text.getBytes(UTF_8));
    }

    private Optional<String> inLatin(String text) {
        return forms().entrySet().stream()
                .filter(form -> text.contains(form.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// Each form by its name, as bytes read for Latin letters.
    public Map<String, String> forms() {
        var forms = new LinkedHashMap<String, String>();
        forms.put("plain", stem);
        forms.put("lower case", stem.toLowerCase(Locale.ROOT));
        forms.put("upper case", stem.toUpperCase(Locale.ROOT));
        forms.put("UTF-16, big end first", new String(stem.getBytes(UTF_16BE), ISO_8859_1));
        forms.put("UTF-16, little end first", new String(stem.getBytes(UTF_16LE), ISO_8859_1));
        forms.put("hex", HexFormat.of().formatHex(stem.getBytes(UTF_8)));
        forms.put("HEX", HexFormat.of().withUpperCase().formatHex(stem.getBytes(UTF_8)));
        for (int before = 0; before < 3; before++) {
            forms.put("Base64 after " + before, base64(before));
        }
        return forms;
    }

    /// What is the same of its Base64 whatever stands before and behind it.
    private String base64(int before) {
        byte[] word = stem.getBytes(UTF_8);
        byte[] whole = new byte[before + word.length];
        System.arraycopy(word, 0, whole, before, word.length);
        int last = whole.length / 3 * 4;
        return Base64.getEncoder().encodeToString(whole).substring((before * 4 + 2) / 3, last);
    }
}
