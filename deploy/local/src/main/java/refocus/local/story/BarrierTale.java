package refocus.local.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import refocus.local.story.Api.As;
import refocus.local.story.Voice.Tale;

/// Tells what kept workers from children, and how long it took the council to take it away.
record BarrierTale(Services services, Staff staff, LocalDate last) implements Tale {

    private static final As MANAGER = Cast.MANAGER.as();
    private static final As HEAD = Cast.HEAD.as();
    private static final As ICT = owner("ict");
    private static final As PROPERTY = owner("property");
    private static final As HR = owner("hr");
    private static final As FINANCE = owner("finance");

    @Override
    public void tell(Voice voice) throws IOException, InterruptedException {
        aRoomToBeAlone(voice);
        theBusPass(voice);
        theLaptops(voice);
        nineWeeksForAVacancy(voice);
        theSchoolsSystem(voice);
    }

    /// Seventy-four working days, every step of the ladder, and then it was gone.
    private void theLaptops(Voice voice) throws IOException, InterruptedException {
        var barrier = raised(
                voice,
                Cast.TOMOS,
                "ICT",
                "The laptops do not connect outside the office.",
                "We write up at night, and go out less.",
                6,
                "2024-02-05T09:30");
        supported(voice, barrier, List.of(Cast.CARYS, Cast.RHIAN, Cast.SIONED, Cast.PRIYA), "2024-02-06T10:00");
        assigned(voice, barrier, ICT, "2024-02-07T09:00", "2024-03-06");
        says(voice, ICT, barrier + "/acceptance", "2024-02-08T14:00", Map.of());
        progressed(voice, ICT, barrier, "Asked the supplier for a price.", "2024-02-28T14:00");
        escalated(voice, MANAGER, barrier, "Four weeks, and no date.", "2024-03-07T09:00");
        escalated(voice, MANAGER, barrier, "Still no date.", "2024-03-21T09:00");
        var telephones = Map.of("workaround", "Four telephones share their connection.");
        says(voice, MANAGER, barrier + "/workaround", "2024-03-25T09:00", telephones);
        escalated(voice, HEAD, barrier, "To the director: children lose eighteen hours a week.", "2024-04-08T09:00");
        progressed(voice, ICT, barrier, "Ordered; they come in May.", "2024-04-18T14:00");
        says(
                voice,
                ICT,
                barrier + "/resolution",
                "2024-05-22T14:00",
                Map.of("how", "Every laptop has a card of its own."));
        confirmed(voice, Cast.TOMOS, barrier, true, "2024-05-24T09:00");
    }

    private void aRoomToBeAlone(Voice voice) throws IOException, InterruptedException {
        var barrier = raised(
                voice,
                Cast.BETHAN,
                "PROPERTY",
                "There is no room where one can be alone with a child.",
                "Children do not say what they want to say.",
                3,
                "2020-01-13T10:00");
        supported(voice, barrier, List.of(Cast.CARYS, Cast.HUW, Cast.RHIAN), "2020-01-14T10:00");
        assigned(voice, barrier, PROPERTY, "2020-01-15T09:00", "2020-02-28");
        says(voice, PROPERTY, barrier + "/acceptance", "2020-01-20T09:00", Map.of());
        says(
                voice,
                PROPERTY,
                barrier + "/resolution",
                "2020-02-24T09:00",
                Map.of("how", "The old archive is a room now."));
        for (var supporter : List.of(Cast.CARYS, Cast.HUW, Cast.RHIAN)) {
            confirmed(voice, supporter, barrier, true, "2020-02-27T09:00");
        }
    }

    private void theBusPass(Voice voice) throws IOException, InterruptedException {
        var barrier = raised(
                voice,
                Cast.HUW,
                "FINANCE",
                "Bus fares for children come back after six weeks.",
                "Families do not come.",
                1,
                "2021-11-08T10:00");
        assigned(voice, barrier, FINANCE, "2021-11-10T09:00", "2022-01-31");
        says(
                voice,
                FINANCE,
                barrier + "/dispute",
                "2021-11-15T09:00",
                Map.of("reason", "The rules are the government's."));
        var version = assigned(voice, barrier, FINANCE, "2021-11-22T09:00", "2022-02-28");
        var why =
                Map.of("reason", "LAW", "explanation", "It needs a change of the regulations; we have asked for one.");
        voice.says(services.feedback(), MANAGER, barrier + "/closing", version, Days.at("2022-02-14T09:00"), why);
    }

    private void nineWeeksForAVacancy(Voice voice) throws IOException, InterruptedException {
        var barrier = raised(
                voice,
                Cast.MANAGER,
                "HR",
                "A vacancy waits nine weeks for approval.",
                "Thirteen children had three workers in a year.",
                4,
                "2024-06-03T10:00");
        assigned(voice, barrier, HR, "2024-06-05T09:00", "2024-07-31");
        says(voice, HR, barrier + "/acceptance", "2024-06-06T09:00", Map.of());
        says(
                voice,
                HR,
                barrier + "/resolution",
                "2024-07-15T09:00",
                Map.of("how", "The head of service approves; nobody else."));
        confirmed(voice, Cast.MANAGER, barrier, true, "2024-07-10T09:00");
    }

    /// Raised three weeks ago, and not yet due.
    private void theSchoolsSystem(Voice voice) throws IOException, InterruptedException {
        var barrier = raised(
                voice,
                Cast.DAFYDD,
                "PARTNER",
                "The schools' attendance comes by post.",
                "We hear of a child's absence a week late.",
                2,
                last.minusDays(20) + "T10:00");
        supported(voice, barrier, List.of(Cast.MARED, Cast.PRIYA), last.minusDays(19) + "T10:00");
        assigned(
                voice,
                barrier,
                owner("schools"),
                last.minusDays(18) + "T10:00",
                last.plusDays(14).toString());
    }

    private String raised(
            Voice voice, Cast.Worker worker, String department, String what, String effect, int hours, String at)
            throws IOException, InterruptedException {
        var facts =
                Map.of("department", department, "what", what, "effectOnChildren", effect, "hoursLostWeekly", hours);
        return "/v1/barriers/" + voice.makes(services.feedback(), staff.as(worker), "/v1/barriers", Days.at(at), facts);
    }

    private void supported(Voice voice, String barrier, List<Cast.Worker> by, String at)
            throws IOException, InterruptedException {
        for (var worker : by) {
            says(voice, staff.as(worker), barrier + "/supports", at, Map.of("hoursLostWeekly", 3));
        }
    }

    private long assigned(Voice voice, String barrier, As owner, String at, String dueOn)
            throws IOException, InterruptedException {
        var whose = Map.of("owner", owner.worker(), "dueOn", dueOn);
        return says(voice, MANAGER, barrier + "/assignment", at, whose)
                .path("version")
                .asLong();
    }

    private void progressed(Voice voice, As owner, String barrier, String note, String at)
            throws IOException, InterruptedException {
        says(voice, owner, barrier + "/progress", at, Map.of("note", note));
    }

    /// Up a step, unless the clock, which sees that it was due long ago, was faster and there is none left.
    private void escalated(Voice voice, As by, String barrier, String reason, String at)
            throws IOException, InterruptedException {
        try {
            says(voice, by, barrier + "/escalation", at, Map.of("reason", reason));
        } catch (Api.Refused _) {
            // at the top already
        }
    }

    private void confirmed(Voice voice, Cast.Worker by, String barrier, boolean feltHeard, String at)
            throws IOException, InterruptedException {
        says(voice, staff.as(by), barrier + "/confirmation", at, Map.of("feltHeard", feltHeard));
    }

    private JsonNode says(Voice voice, As as, String path, String at, Map<String, ?> facts)
            throws IOException, InterruptedException {
        return voice.says(services.feedback(), as, path, Days.at(at), facts);
    }

    private static As owner(String department) {
        return new As(
                "barrier-owner",
                UUID.nameUUIDFromBytes(department.getBytes(UTF_8)).toString());
    }
}
