package refocus.cases.subjectaccess;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import refocus.cases.subjectaccess.Pack.Entry;
import refocus.cases.subjectaccess.Pack.Said;
import refocus.cases.subjectaccess.Pack.Withheld;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.log.LogTail;
import refocus.eventsourcing.personal.EventJson;
import refocus.eventsourcing.personal.Opened;
import refocus.eventsourcing.personal.Opener;
import refocus.eventsourcing.personal.Sealed;

/// Writes a person's pack from what the log has about them.
///
/// What is sealed under the person's own key is opened; under anybody else's, it is withheld without being opened. Who
/// reported something is withheld, as are other children, by id too, and whoever was declared near the child.
public final class PackWriter {

    /// The fields that name children.
    private static final Set<String> CHILDREN = Set.of("children", "confirmedNotDuplicate");

    /// The fields that name one.
    private static final Set<String> ONE_CHILD = Set.of("child", "other");

    /// Tell of someone related to the child or living with them, who works here and may have recorded it.
    private static final Set<String> ABOUT_SOMEONE_NEAR = Set.of("connection-declared", "connected-access-attempted");

    /// Holds what was said of an erased child, too.
    private static final String KEPT_FOR_OTHERS = "shared-texts-kept";

    private final UUID child;
    private final Opener opener;
    private final CodeSets codes;
    private final Locale language;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Withheld> withheld = new ArrayList<>();

    public PackWriter(UUID child, Opener opener, CodeSets codes, Locale language) {
        this.child = child;
        this.opener = opener;
        this.codes = codes;
        this.language = language;
    }

    /// Adds an entry, if it is about the person.
    ///
    /// @param types what brings stored shapes to today's
    public PackWriter with(LogTail.Entry entry, EventTypes<?> types) {
        if (entry.stream().endsWith(child.toString()) || entry.data().contains(child.toString())) {
            var reading = new Reading(entry);
            reading.read(current(entry, types));
            entries.add(reading.entry());
        }
        return this;
    }

    public Pack pack(Instant now) {
        return new Pack(child, language.getLanguage(), now, List.copyOf(entries), List.copyOf(withheld));
    }

    private static <E> JsonNode current(LogTail.Entry entry, EventTypes<E> types) {
        ObjectNode data = EventJson.tree(entry.data());
        return types.named(entry.type())
                .<JsonNode>map(type -> types.upcast(type, entry.schemaVersion(), data))
                .orElse(data);
    }

    private final class Reading {

        private final LogTail.Entry entry;
        private final List<Said> said = new ArrayList<>();
        private boolean aboutOthersToo;
        private boolean referrerAsked;

        Reading(LogTail.Entry entry) {
            this.entry = entry;
        }

        void read(JsonNode data) {
            referrerAsked = data.path("referrer").path("keptFromFamily").asBoolean();
            data.properties().forEach(part -> read(part.getKey(), part.getKey(), part.getValue()));
            if (isAboutSomeoneNear()) {
                withhold("recordedBy", "THIRD_PARTY");
            }
        }

        Entry entry() {
            return new Entry(
                    entry.id(),
                    Wales.dayOf(entry.occurredAt()),
                    entry.occurredAt(),
                    entry.recordedAt(),
                    entry.type(),
                    codes.label("chronology-kind", entry.type(), language),
                    isAboutSomeoneNear()
                            ? Optional.empty()
                            : Optional.of(EventJson.tree(entry.metadata())
                                    .path("actor")
                                    .asText()),
                    aboutOthersToo,
                    List.copyOf(said));
        }

        private void read(String place, String field, JsonNode value) {
            if (entry.type().equals(KEPT_FOR_OTHERS) && field.equals("texts")) {
                withhold(place, "THIRD_PARTY");
            } else if (field.equals("worker") && isAboutSomeoneNear()) {
                aboutOthersToo = true;
                withhold(place, "THIRD_PARTY");
            } else if (field.equals("referrer") && value.isObject()) {
                withhold(place, referrerAsked ? "REFERRER_ASKED" : "REFERRER");
            } else if (field.equals("source") && referrerAsked) {
                // A relative or a neighbour can be told by no more than that.
                withhold(place, "REFERRER_ASKED");
            } else if (CHILDREN.contains(field) && value.isArray()) {
                readChildren(place, field, value);
            } else if (value.isObject()) {
                value.properties().forEach(part -> read(place + "." + part.getKey(), part.getKey(), part.getValue()));
            } else if (value.isArray()) {
                for (int at = 0; at < value.size(); at++) {
                    read("%s[%d]".formatted(place, at), field, value.get(at));
                }
            } else if (value.isTextual()) {
                readText(place, field, value.asText());
            } else if (!value.isNull()) {
                say(place, field, value.isBoolean() ? yesOrNo(value.asBoolean()) : value.asText());
            }
        }

        /// By id, or with what they did and said.
        private void readChildren(String place, String field, JsonNode children) {
            for (int at = 0; at < children.size(); at++) {
                JsonNode one = children.get(at);
                String id = one.isObject() ? one.path("child").asText() : one.asText();
                if (!id.equals(child.toString())) {
                    aboutOthersToo = true;
                    withhold("%s[%d]".formatted(place, at), "THIRD_PARTY");
                } else if (one.isObject()) {
                    read("%s[%d]".formatted(place, at), field, one);
                }
            }
        }

        private void readText(String place, String field, String text) {
            if (text.startsWith(Sealed.PREFIX)) {
                readSealed(place, field, Sealed.fromString(text));
            } else if (!ONE_CHILD.contains(field)) {
                say(place, field, Words.of(codes, entry.type(), field, text, language));
            } else if (!text.equals(child.toString())) {
                aboutOthersToo = true;
                withhold(place, "THIRD_PARTY");
            }
        }

        private void readSealed(String place, String field, Sealed.Cipher text) {
            if (!text.subject().equals(child)) {
                withhold(place, "THIRD_PARTY");
                return;
            }
            switch (opener.open(text)) {
                case Opened.Text(var value) -> say(place, field, Words.of(codes, entry.type(), field, value, language));
                case Opened.Erased _ -> withhold(place, "ERASED");
            }
        }

        private boolean isAboutSomeoneNear() {
            return ABOUT_SOMEONE_NEAR.contains(entry.type());
        }

        private void say(String place, String field, String value) {
            said.add(new Said(place, label(field), value));
        }

        private void withhold(String place, String reason) {
            String field = place.replaceAll("\\[[0-9]+]", "").replaceAll("^.*\\.", "");
            withheld.add(new Withheld(
                    entry.id(), place, label(field), reason, codes.label("withheld-reason", reason, language)));
        }

        private String yesOrNo(boolean yes) {
            return codes.label("yes-or-no", yes ? "YES" : "NO", language);
        }

        private String label(String field) {
            return codes.label("entry-field", field, language);
        }
    }
}
