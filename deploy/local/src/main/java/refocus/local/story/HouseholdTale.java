package refocus.local.story;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import refocus.local.story.Api.As;
import refocus.local.story.Household.Report;
import refocus.local.story.Household.Sibling;
import refocus.local.story.Voice.Tale;

/// Tells what happened with one household, one command after the other.
record HouseholdTale(Services services, Staff staff, LocalDate last, Household household) implements Tale {

    private static final As DUTY = Cast.DUTY.as();

    @Override
    public void tell(Voice voice) throws IOException, InterruptedException {
        var children = new ArrayList<String>();
        for (var child : household.children()) {
            children.add(register(child, voice));
        }
        for (var place = 0; place < household.reports().size(); place++) {
            var referral = refer(household.reports().get(place), children, voice);
            for (var work : household.cases()) {
                if (work.report == place) {
                    new CaseTale(services, staff, last, children.get(work.child), referral, work, voice).tell();
                }
            }
        }
    }

    private String register(Sibling child, Voice voice) throws IOException, InterruptedException {
        var met = household.reports().getFirst().at().minusSeconds(600);
        var facts = Map.of(
                "givenName", child.givenName(),
                "familyName", child.familyName(),
                "dateOfBirth", Map.of("date", child.born().toString(), "precision", "DAY"),
                "sex", child.sex(),
                "nhsNumber", child.nhsNumber(),
                "language",
                        Map.of(
                                "preferred",
                                child.language(),
                                "offeredAt",
                                Days.of(met).toString()));
        return voice.makes(services.cases(), DUTY, "/v1/children", met, facts);
    }

    private String refer(Report report, List<String> children, Voice voice) throws IOException, InterruptedException {
        var cases = services.cases();
        var facts = Map.of(
                "children", children,
                "source", report.source(),
                "reasons", List.of(report.reason()),
                "text", "Worried since last week; the family knows of this referral.",
                "urgency", report.urgency(),
                "referrer", Map.of("name", "The person on the telephone", "language", "en"),
                "consent", "GIVEN");
        var referral = voice.makes(cases, DUTY, "/v1/referrals", report.at(), facts);
        if (report.acknowledged().isPresent()) {
            var path = "/v1/referrals/%s/acknowledgement".formatted(referral);
            voice.says(cases, DUTY, path, report.acknowledged().get(), Map.of("language", "en"));
        }
        if (report.triaged().isPresent()) {
            var decided = Map.<String, Object>of(
                    "nextActions",
                    List.of(report.nextAction()),
                    "rationale",
                    "From what we were told and what we know.");
            var urgent = report.urgency().equals("URGENT");
            new Decisions(services, staff, last, voice)
                    .triage(referral, report.triaged().get(), urgent, decided);
        }
        return referral;
    }
}
