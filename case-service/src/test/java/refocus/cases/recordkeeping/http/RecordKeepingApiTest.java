package refocus.cases.recordkeeping.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.contract.Api;
import refocus.eventsourcing.servers.ServersResource;

/// Records that are kept, erased and given to the person they are about, through HTTP, PostgreSQL and Kafka.
@QuarkusTest
@WithTestResource(value = ServersResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class RecordKeepingApiTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final AtomicInteger DAYS = new AtomicInteger();
    private static final String ASKED = "{\"reason\": \"SUBJECT_ASKED\"}";

    private final Api duty = new Api("duty", UUID.randomUUID().toString());
    private final Api manager = new Api("team-manager", UUID.randomUUID().toString());
    private final Api records = new Api("records-manager", UUID.randomUUID().toString());

    @Test
    void an_erased_child_is_erased_everywhere_and_the_siblings_record_stays_whole() {
        String nia = grown("Nia", "Llwydcanari");
        String gwen = grown("Gwen", "Rhuddcanari");
        String referral = referred(nia, gwen);
        records.get("/v1/children/{id}/erasure", nia).then().statusCode(404);

        records.done(at(nia, "erasure"), ASKED);
        await().atMost(PATIENCE)
                .untilAsserted(() -> read(nia).body("erased", is(true)).body("familyName", nullValue()));
        records.get("/v1/children/{id}/record-keeping", nia)
                .then()
                .statusCode(200)
                .body("status", equalTo("ERASING"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> records.get("/v1/children/{id}/erasure", nia)
                        .then()
                        .statusCode(200)
                        .body("status", equalTo("ERASED")));

        records.request()
                .header("Accept-Language", "cy")
                .get("/v1/children/{id}/erasure", nia)
                .then()
                .statusCode(200)
                .body("readable", is(false))
                .body(
                        "places.place",
                        contains("KEY", "LOG", "TOPIC", "READ_MODELS", "SEARCH", "SNAPSHOTS", "PARKED", "EXPORTS"))
                .body("places.readable", everyItem(is(0)))
                .body("places.find { it.place == 'LOG' }.found", greaterThan(2))
                .body("places.find { it.place == 'TOPIC' }.found", greaterThan(2))
                .body("places.find { it.place == 'READ_MODELS' }.found", greaterThan(0))
                .body("places.find { it.place == 'SEARCH' }.found", is(0))
                .body("places.find { it.place == 'KEY' }.label", equalTo("Allwedd y person"));

        read(nia).body("erased", is(true)).body("birthYear", is(1980)).body("sex", equalTo("FEMALE"));
        duty.get("/v1/children/{id}/chronology", nia)
                .then()
                .statusCode(200)
                .body("items", hasSize(greaterThan(1)))
                .body("items.text", everyItem(nullValue()));
        duty.post("/v1/referrals", referral(nia)).then().statusCode(409).body("code", equalTo("erased"));
        manager.post("/v1/cases", "{\"child\": \"%s\"}".formatted(nia))
                .then()
                .statusCode(409)
                .body("code", equalTo("erased"));
        records.post(at(nia, "legal-hold"), "{\"reason\": \"CLAIM\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("erased"));
        duty.post(at(nia, "death"), "{}").then().statusCode(409).body("code", equalTo("erased"));
        records.done(at(nia, "erasure"), ASKED);

        read(gwen).body("erased", is(false)).body("familyName", equalTo("Rhuddcanari"));
        duty.get("/v1/referrals/{id}", referral)
                .then()
                .statusCode(200)
                .body("text", equalTo("Both were tired"))
                .body("referrer.name", equalTo("Mrs Athro"));
        duty.get("/v1/children/{id}/chronology", gwen).then().body("items.text", hasItem("Both were tired"));
        search("Rhuddcanari", hasItem(gwen));
        search("Llwydcanari", not(hasItem(nia)));
    }

    @Test
    void whoever_reported_children_is_erased_with_the_last_of_them() {
        String nia = grown("Nia", "Melyncanari");
        String gwen = grown("Gwen", "Gwyrddcanari");
        String ofNia = referred(nia);
        String ofBoth = referred(nia, gwen);

        erased(nia);
        referrer(ofNia, nullValue());
        referrer(ofBoth, equalTo("Mrs Athro"));

        erased(gwen);
        referrer(ofBoth, nullValue());
        records.get("/v1/children/{id}/erasure", gwen)
                .then()
                .statusCode(200)
                .body("readable", is(false))
                .body("places.readable", everyItem(is(0)));
    }

    @Test
    void a_hold_on_the_record_or_on_all_of_them_refuses_and_is_told() {
        String child = grown("Huw", "Ynys");
        String hold = made(at(child, "legal-hold"), "{\"reason\": \"CLAIM\", \"reference\": \"2026/17\"}");
        refused(child, ASKED, "legal-hold").body("grounds.rule", hasItem("legal-hold"));
        records.get("/v1/children/{id}/record-keeping", child)
                .then()
                .statusCode(200)
                .body("holds[0].reference", equalTo("2026/17"))
                .body("erasuresRefused", is(1));
        records.done(at(child, "legal-hold/" + hold + "/lifting"), "{\"reason\": \"ENDED\"}");

        String onAll = made("/v1/legal-holds", "{\"reason\": \"PUBLIC_INQUIRY\", \"reference\": \"Ymchwiliad\"}");
        refused(child, ASKED, "service-hold");
        records.get("/v1/legal-holds").then().statusCode(200).body("items.id", hasItem(onAll));
        records.done("/v1/legal-holds/%s/lifting".formatted(onAll), "{\"reason\": \"ENDED\"}");
        records.get("/v1/children/{id}/erasure", child).then().statusCode(404);
        read(child).body("erased", is(false));
    }

    @Test
    void a_rule_refuses_with_its_name_and_until_when_and_a_repeat_is_recorded_once() {
        String child = registered("Mabli", "Ynys", LocalDate.of(2015, 6, 2).plusDays(DAYS.incrementAndGet()));
        for (int time = 0; time < 2; time++) {
            records.request()
                    .header("Idempotency-Key", "erase-" + child)
                    .header("Accept-Language", "cy")
                    .body(ASKED)
                    .post(at(child, "erasure"))
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("retention-rule"))
                    .body("detail", containsString("hyd y pen-blwydd yn 25"))
                    .body("grounds[0].rule", equalTo("childhood"))
                    .body("grounds[0].version", is(1))
                    .body("grounds[0].until", containsString("2040-"));
        }
        records.get("/v1/children/{id}/record-keeping", child)
                .then()
                .statusCode(200)
                .body("erasuresRefused", is(1))
                .body("keptBy.rule", contains("childhood"));
    }

    @Test
    void a_person_is_given_their_record_without_what_is_about_others() {
        String nia = grown("Nia", "Gwawrcanari");
        String gwen = grown("Gwen", "Hwyrcanari");
        referred(nia, gwen);
        String request = made(at(nia, "subject-access-requests"), "{\"by\": \"PERSON\"}");
        refused(nia, ASKED, "subject-access-open");

        String pack = records.get("/v1/children/{id}/subject-access-pack", nia)
                .then()
                .statusCode(200)
                .body("language", equalTo("cy"))
                .body("entries.kind", hasItem("referral-received"))
                .body("entries.label", hasItem("Derbyniwyd atgyfeiriad"))
                .body("entries.said.flatten().value", hasItem("Both were tired"))
                .body("withheld.reason", hasItem("REFERRER_ASKED"))
                .body("withheld.reason", hasItem("THIRD_PARTY"))
                .extract()
                .asString();
        assertThat(pack).contains("Gwawrcanari").doesNotContain("Hwyrcanari", "Athro", gwen);
        records.request()
                .header("Accept-Language", "en")
                .get("/v1/children/{id}/subject-access-pack", nia)
                .then()
                .body("entries.label", hasItem("Referral received"));

        String entry = records.get("/v1/children/{id}/subject-access-pack", nia).path("withheld[0].entry");
        String answer = """
                {"outcome": "GIVEN_IN_PART", "seriousHarm": "NO_SERIOUS_HARM", "ownVoice": "It was not like that",
                 "withheld": [{"entry": "%s", "field": "referrer", "reason": "REFERRER_ASKED"}]}""".formatted(entry);
        records.done(at(nia, "subject-access-requests/" + request + "/answer"), answer);
        records.get("/v1/children/{id}/record-keeping", nia)
                .then()
                .statusCode(200)
                .body("subjectAccess[0].outcome", equalTo("GIVEN_IN_PART"))
                .body("subjectAccess[0].overdue", is(false));
        records.get("/v1/children/{id}/subject-access-pack", gwen)
                .then()
                .statusCode(200)
                .body("entries.said.flatten().value", not(hasItem("Both were tired")));
    }

    @Test
    void all_of_it_is_a_records_managers_business() {
        String child = grown("Elin", "Ynys");
        manager.post(at(child, "erasure"), ASKED).then().statusCode(403);
        manager.post(at(child, "legal-hold"), "{\"reason\": \"CLAIM\"}").then().statusCode(403);
        manager.get("/v1/children/{id}/subject-access-pack", child).then().statusCode(403);
        records.post(at(child, "erasure"), "{\"reason\": \"BORED\"}").then().statusCode(422);
        records.post(at(UUID.randomUUID().toString(), "erasure"), ASKED).then().statusCode(404);
        records.post(at(child, "legal-hold/" + UUID.randomUUID() + "/lifting"), "{\"reason\": \"ENDED\"}")
                .then()
                .statusCode(404);
    }

    @Test
    void what_a_records_manager_sees_is_on_record_and_hidden_from_one_near_the_child() {
        String child = grown("Lowri", "Ynys");
        records.get("/v1/children/{id}/subject-access-pack", child).then().statusCode(200);
        Api.someone("auditor")
                .get("/v1/children/{id}/access-log", child)
                .then()
                .statusCode(200)
                .body("items.find { it.what == 'subject-access-pack' }.basis", equalTo("SUBJECT_ACCESS"));

        manager.made(at(child, "connections"), "{\"worker\": \"%s\"}".formatted(records.worker()));
        records.get("/v1/children/{id}/subject-access-pack", child).then().statusCode(404);
        records.get("/v1/children/{id}/record-keeping", child).then().statusCode(404);
        records.get("/v1/children/{id}/erasure", child).then().statusCode(404);
        records.post(at(child, "erasure"), ASKED).then().statusCode(404);
        records.post(at(child, "legal-hold"), "{\"reason\": \"CLAIM\"}").then().statusCode(404);
        records.post(at(child, "subject-access-requests"), "{\"by\": \"PERSON\"}")
                .then()
                .statusCode(404);
    }

    private ValidatableResponse refused(String child, String body, String code) {
        return records.post(at(child, "erasure"), body)
                .then()
                .log()
                .ifValidationFails()
                .statusCode(409)
                .body("code", equalTo(code));
    }

    private void erased(String child) {
        records.done(at(child, "erasure"), ASKED);
        await().atMost(PATIENCE)
                .untilAsserted(() -> records.get("/v1/children/{id}/erasure", child)
                        .then()
                        .statusCode(200)
                        .body("status", equalTo("ERASED")));
    }

    private void referrer(String referral, Matcher<?> name) {
        duty.get("/v1/referrals/{id}", referral).then().statusCode(200).body("referrer.name", name);
    }

    private ValidatableResponse read(String child) {
        return duty.get("/v1/children/{id}", child).then().statusCode(200);
    }

    private void search(String name, Matcher<Iterable<? super String>> found) {
        duty.post("/v1/child-searches", "{\"name\": \"%s\"}".formatted(name))
                .then()
                .statusCode(200)
                .body("items.id", found);
    }

    private String made(String path, String body) {
        return records.made(path, body);
    }

    /// Long grown up: nothing keeps the record any more.
    private String grown(String givenName, String familyName) {
        return registered(givenName, familyName, LocalDate.of(1980, 1, 1).plusDays(DAYS.incrementAndGet()));
    }

    private String registered(String givenName, String familyName, LocalDate born) {
        return duty.made("/v1/children", """
                {"givenName": "%s", "familyName": "%s", "dateOfBirth": {"date": "%s"}, "sex": "FEMALE",
                 "language": {"preferred": "cy"}, "occurredAt": "%sT09:00:00Z"}""".formatted(givenName, familyName, born, born.plusYears(10)));
    }

    private String referred(String... children) {
        return duty.made("/v1/referrals", referral(children));
    }

    private static String referral(String... children) {
        return """
                {"children": ["%s"], "source": "SCHOOL", "reasons": ["NEGLECT"], "text": "Both were tired",
                 "urgency": "ROUTINE", "occurredAt": "1990-05-02T09:00:00Z",
                 "referrer": {"name": "Mrs Athro", "keptFromFamily": true}}""".formatted(String.join("\", \"", children));
    }

    private static String at(String child, String what) {
        return "/v1/children/%s/%s".formatted(child, what);
    }
}
