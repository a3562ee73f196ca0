package refocus.local.story;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import refocus.local.story.Api.As;
import refocus.local.story.Household.Report;
import refocus.local.story.Household.Sibling;

/// Tells what happened with one household, one command after the other.
final class HouseholdTale {

    static final ZoneId WALES = ZoneId.of("Europe/London");

    private static final As DUTY = new As("duty", Cast.DUTY);
    private static final As MANAGER = new As("team-manager", Cast.MANAGER);

    private final Api api;
    private final Team team;
    private final String name;
    private final Household household;
    private final List<String> children = new ArrayList<>();
    private int commands;

    HouseholdTale(Api api, Team team, String name, Household household) {
        this.api = api;
        this.team = team;
        this.name = name;
        this.household = household;
    }

    /// Gives the number of commands it took.
    int tell() throws IOException, InterruptedException {
        for (var child : household.children()) {
            children.add(register(child));
        }
        for (var place = 0; place < household.reports().size(); place++) {
            var referral = refer(household.reports().get(place));
            for (var work : household.cases()) {
                if (work.report == place) {
                    var told = name + "-case" + work.child;
                    commands += new CaseTale(api, team, told, children.get(work.child), referral, work).tell();
                }
            }
        }
        return commands;
    }

    private String register(Sibling child) throws IOException, InterruptedException {
        var met = household.reports().getFirst().at().minusSeconds(600);
        var body = at(
                met,
                Map.of(
                        "givenName", child.givenName(),
                        "familyName", child.familyName(),
                        "dateOfBirth", Map.of("date", child.born().toString(), "precision", "DAY"),
                        "sex", child.sex(),
                        "nhsNumber", child.nhsNumber(),
                        "language", Map.of("preferred", child.language(), "offeredAt", day(met))));
        return id("/v1/children", body);
    }

    private String refer(Report report) throws IOException, InterruptedException {
        var referral = id(
                "/v1/referrals",
                at(
                        report.at(),
                        Map.of(
                                "children", children,
                                "source", report.source(),
                                "reasons", List.of(report.reason()),
                                "text", "Worried since last week; the family knows of this referral.",
                                "urgency", report.urgency(),
                                "referrer", Map.of("name", "The person on the telephone", "language", "en"),
                                "consent", "GIVEN")));
        if (report.acknowledged().isPresent()) {
            var body = at(report.acknowledged().get(), Map.of("language", "en"));
            api.post(DUTY, key(), "/v1/referrals/%s/acknowledgement".formatted(referral), 0, body);
        }
        if (report.triaged().isPresent()) {
            var decided = Map.<String, Object>of(
                    "nextActions",
                    List.of(report.nextAction()),
                    "rationale",
                    "From what we were told and what we know.");
            var body = at(report.triaged().get(), decided);
            api.post(MANAGER, key(), "/v1/referrals/%s/triage".formatted(referral), 0, body);
        }
        return referral;
    }

    private String id(String path, Map<String, Object> body) throws IOException, InterruptedException {
        return api.post(DUTY, key(), path, 0, body).path("id").asText();
    }

    private String key() {
        return "story-%s-%d".formatted(name, ++commands);
    }

    static Map<String, Object> at(Instant occurredAt, Map<String, Object> facts) {
        var body = new HashMap<>(facts);
        body.put("occurredAt", occurredAt.toString());
        return body;
    }

    static String day(Instant at) {
        return at.atZone(WALES).toLocalDate().toString();
    }
}
