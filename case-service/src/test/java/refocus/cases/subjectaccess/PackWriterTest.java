package refocus.cases.subjectaccess;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import refocus.cases.CaseStreams;
import refocus.cases.subjectaccess.Pack.Entry;
import refocus.cases.subjectaccess.Pack.Said;
import refocus.cases.subjectaccess.Pack.Withheld;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.log.LogTail;
import refocus.eventsourcing.personal.EventJson;
import refocus.eventsourcing.personal.Opened;
import refocus.eventsourcing.personal.Opener;
import refocus.eventsourcing.personal.Sealed;

/// What a person is given of what is recorded, and what is kept back.
class PackWriterTest {

    static final UUID NIA = new UUID(1, 1);
    static final UUID GWEN = new UUID(1, 2);
    static final UUID TEACHER = new UUID(1, 3);
    static final UUID EVENT = new UUID(7, 7);
    static final Instant THEN = Instant.parse("2026-11-02T09:10:00Z");
    static final Set<String> NOT_ABOUT_A_CHILD = Set.of("deadline", "decision-right", "work-time");

    final CodeSets codes = new CodeSets();

    /// Opens what is about Nia, and fails the test at anything else.
    final Opener opener = given -> {
        assertThat(given.subject()).isEqualTo(NIA);
        return new Opened.Text(((Sealed.Cipher) given).text().toLowerCase(Locale.ROOT));
    };

    @Test
    void what_is_about_the_person_is_said_in_their_language() {
        Pack pack = referral("false");
        assertThat(pack.language()).isEqualTo("cy");
        Entry entry = pack.entries().getFirst();
        assertThat(entry.label()).isEqualTo("Derbyniwyd atgyfeiriad");
        assertThat(entry.recordedBy()).contains("w1");
        assertThat(entry.said())
                .contains(
                        new Said("source", "Ffynhonnell", "Ysgol neu addysg"),
                        new Said("text", "Testun", "tired"),
                        new Said("receivedOn", "Derbyniwyd ar", "2026-11-02"));
    }

    @Test
    void other_children_and_who_reported_it_are_withheld_and_listed() {
        Pack pack = referral("true");
        assertThat(pack.entries().getFirst().aboutOthersToo()).isTrue();
        assertThat(pack.withheld())
                .containsExactly(
                        new Withheld(EVENT, "children[1]", "Plant", "THIRD_PARTY", "Mae’n ymwneud â pherson arall"),
                        askedNotToBeNamed("source", "Ffynhonnell"),
                        askedNotToBeNamed("referrer", "Pwy a’i adroddodd"));
        assertThat(pack.toString()).doesNotContain(GWEN.toString(), TEACHER.toString(), "MRS");
        assertThat(referral("false").withheld()).extracting(Withheld::reason).contains("REFERRER");
    }

    @Test
    void of_a_session_in_a_siblings_case_only_ones_own_part_is_given() {
        Pack pack =
                written("case/" + new UUID(3, 3), "direct-work-held", """
                {"child": "%1$s", "workers": ["%4$s"], "heldOn": "2026-11-02", "minutes": 50, "mode": "IN_PERSON",
                 "seenAlone": true, "summary": "sealed:1:%1$s:%3$s:/summary:GWENS",
                 "children": [{"child": "%1$s", "seen": true, "seenAlone": true,
                               "childView": "sealed:1:%1$s:%3$s:/children/0/childView:GWENS"},
                              {"child": "%2$s", "seen": true, "seenAlone": false,
                               "childView": "sealed:1:%2$s:%3$s:/children/1/childView:NIAS"}],
                 "resources": [], "goalScores": []}""".formatted(GWEN, NIA, EVENT, new UUID(9, 1)));
        assertThat(pack.entries().getFirst().said())
                .contains(
                        new Said("mode", "Sut", codes.label("direct-work-mode", "IN_PERSON", Locale.of("cy"))),
                        new Said("children[1].childView", "Barn y plentyn", "nias"),
                        new Said("children[1].seenAlone", "Gwelwyd ar ei ben ei hun", "Na"));
        assertThat(pack.withheld()).extracting(Withheld::field).containsExactly("child", "summary", "children[0]");
        assertThat(pack.toString()).doesNotContainIgnoringCase("gwens");
    }

    @Test
    void who_was_declared_near_the_child_is_withheld_also_as_who_recorded_it() {
        UUID near = new UUID(9, 9);
        Pack pack = written("child-access/" + NIA, "connection-declared", """
                {"connection": "%s", "worker": "%s", "kind": "RELATED"}""".formatted(new UUID(8, 8), near));
        assertThat(pack.entries().getFirst().recordedBy()).isEmpty();
        assertThat(pack.entries().getFirst().said())
                .contains(new Said(
                        "kind",
                        codes.label("entry-field", "kind", Locale.of("cy")),
                        codes.label("connection-kind", "RELATED", Locale.of("cy"))));
        assertThat(pack.withheld()).extracting(Withheld::field).containsExactly("worker", "recordedBy");
        assertThat(pack.toString()).doesNotContain(near.toString(), "w1");
    }

    @Test
    void another_record_that_may_be_the_same_childs_is_withheld() {
        Pack pack = written("child-access/" + NIA, "possible-duplicate-raised", """
                {"other": "%s", "matchedOn": ["NHS_NUMBER"]}""".formatted(GWEN));
        assertThat(pack.withheld()).extracting(Withheld::field).containsExactly("other");
        assertThat(pack.toString()).doesNotContain(GWEN.toString());
    }

    @Test
    void what_is_about_others_alone_is_not_in_it() {
        assertThat(written("case/" + new UUID(3, 3), "case-opened", """
                {"child": "%s", "openedOn": "2026-11-02"}""".formatted(GWEN))
                        .entries())
                .isEmpty();
    }

    @Test
    void every_field_of_every_event_about_a_child_has_its_words() throws IOException {
        Set<String> fields = new TreeSet<>();
        try (Stream<Path> samples = Files.list(Path.of("src/test/resources/events"))) {
            for (Path sample : samples.toList()) {
                if (NOT_ABOUT_A_CHILD.stream().noneMatch(sample.getFileName().toString()::startsWith)) {
                    fields(EventJson.tree(Files.readString(sample)), fields);
                }
            }
        }
        assertThat(fields)
                .hasSizeGreaterThan(80)
                .allSatisfy(field -> assertThat(codes.named("entry-field").find(field))
                        .as(field)
                        .isPresent());
    }

    private static Withheld askedNotToBeNamed(String field, String label) {
        return new Withheld(
                EVENT,
                field,
                label,
                "REFERRER_ASKED",
                "Mae’n dweud pwy a adroddodd rywbeth, a gofynasant am beidio â chael eu henwi i’r teulu");
    }

    private static void fields(JsonNode node, Set<String> fields) {
        node.fieldNames().forEachRemaining(fields::add);
        node.forEach(part -> fields(part, fields));
    }

    private Pack referral(String kept) {
        return written(
                "referral/" + new UUID(2, 2), "referral-received", """
                {"children": ["%1$s", "%2$s"], "source": "SCHOOL", "reasons": ["NEGLECT"],
                 "text": "sealed:1:%1$s:%4$s:/text:TIRED",
                 "referrer": {"name": "sealed:1:%3$s:%4$s:/referrer/name:MRS", "keptFromFamily": %5$s},
                 "urgency": "ROUTINE", "receivedOn": "2026-11-02"}""".formatted(NIA, GWEN, TEACHER, EVENT, kept));
    }

    private Pack written(String stream, String type, String data) {
        var entry = new LogTail.Entry(1, 1, stream, 1, EVENT, type, 1, data, "{\"actor\": \"w1\"}", THEN, THEN);
        var category = StreamId.fromString(stream).category();
        var types = CaseStreams.ALL.types().stream()
                .filter(kind -> kind.category().equals(category))
                .findFirst()
                .orElseThrow()
                .events();
        return new PackWriter(NIA, opener, codes, Locale.of("cy", "GB"))
                .with(entry, types)
                .pack(THEN);
    }
}
