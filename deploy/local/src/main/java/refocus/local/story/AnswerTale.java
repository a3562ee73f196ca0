package refocus.local.story;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import refocus.local.story.Api.As;
import refocus.local.story.Voice.Tale;

/// Tells what people said, and how the service answered: we did, we cannot, and one that still waits.
record AnswerTale(Services services, Staff staff, LocalDate last) implements Tale {

    private static final As MANAGER = Cast.MANAGER.as();

    @Override
    public void tell(Voice voice) throws IOException, InterruptedException {
        did(
                voice,
                said(voice, Cast.GERAINT, "BASE", "We never see the other teams.", "2016-09-12"),
                "2019-04-08",
                "You said the teams are strangers to each other.",
                "Dywedoch fod y timau'n ddieithriaid i'w gilydd.",
                "We made them one.",
                "Gwnaethom un tîm ohonynt.");
        did(
                voice,
                said(voice, Cast.BETHAN, "WELLBEING", "Nobody asks how we are.", "2018-10-08"),
                "2018-11-19",
                "You said nobody asks how you are.",
                "Dywedoch nad oes neb yn gofyn sut ydych chi.",
                "We ask, twice a year, and publish what you answer.",
                "Rydym yn gofyn ddwywaith y flwyddyn, ac yn cyhoeddi'r atebion.");
        cannot(
                voice,
                said(voice, Cast.HUW, "WORKLOAD", "Cap caseloads at ten.", "2020-02-03"),
                "2020-03-10",
                "You said caseloads should end at ten.",
                "Dywedoch y dylai llwyth achosion orffen ar ddeg.",
                "We cannot while two posts are empty.",
                "Ni allwn tra bo dwy swydd yn wag.");
        did(
                voice,
                said(voice, Cast.SIONED, "DECISIONS", "We know the child and wait for a signature.", "2022-05-16"),
                "2022-06-13",
                "You said decisions wait for people who do not know the child.",
                "Dywedoch fod penderfyniadau'n aros am bobl nad ydynt yn adnabod y plentyn.",
                "You decide, where the risk is low.",
                "Chi sy'n penderfynu, lle mae'r risg yn isel.");
        did(
                voice,
                said(voice, Cast.CARYS, "WELSH", "The forms are in English first.", "2023-03-06"),
                "2023-04-03",
                "You said the forms come in English first.",
                "Dywedoch fod y ffurflenni'n dod yn Saesneg yn gyntaf.",
                "Both languages come on one day.",
                "Daw'r ddwy iaith ar yr un diwrnod.");
        did(
                voice,
                said(voice, Cast.PRIYA, "RECORDING", "I type the same minutes twice.", "2024-10-14"),
                "2024-11-11",
                "You said you type your minutes twice.",
                "Dywedoch eich bod yn teipio'ch munudau ddwywaith.",
                "A session's minutes are never typed again.",
                "Ni chaiff munudau sesiwn eu teipio eto.");
        did(
                voice,
                said(voice, Cast.DAFYDD, "LEARNING", "More days with someone experienced.", "2025-05-12"),
                "2025-07-28",
                "You said new workers are alone too soon.",
                "Dywedoch fod gweithwyr newydd ar eu pennau eu hunain yn rhy fuan.",
                "Six weeks side by side, from the autumn on.",
                "Chwe wythnos ochr yn ochr, o'r hydref ymlaen.");
        said(
                voice,
                Cast.MARED,
                "TIME_WITH_CHILDREN",
                "Meetings on Wednesday are when children are free.",
                last.minusDays(9).toString());
    }

    private String said(Voice voice, Cast.Worker worker, String theme, String said, String day)
            throws IOException, InterruptedException {
        var facts = Map.of("source", "TEAM_MEETING", "theme", theme, "said", said);
        var item =
                voice.makes(services.feedback(), staff.as(worker), "/v1/voice-items", Days.at(day + "T16:00"), facts);
        var path = "/v1/voice-items/" + item;
        var next = Days.workingDaysAfter(LocalDate.parse(day), 1);
        if (!next.isAfter(last)) {
            voice.says(services.feedback(), MANAGER, path + "/acknowledgement", Days.at(next, 9, 0), Map.of());
        }
        return path;
    }

    private void did(Voice voice, String item, String day, String saidEn, String saidCy, String en, String cy)
            throws IOException, InterruptedException {
        var facts = Map.of("youSaid", Map.of("en", saidEn, "cy", saidCy), "weDid", Map.of("en", en, "cy", cy));
        voice.says(services.feedback(), MANAGER, item + "/we-did", Days.at(day + "T10:00"), facts);
    }

    private void cannot(Voice voice, String item, String day, String saidEn, String saidCy, String en, String cy)
            throws IOException, InterruptedException {
        var facts = Map.of(
                "youSaid", Map.of("en", saidEn, "cy", saidCy),
                "weCannot", Map.of("en", en, "cy", cy),
                "reason", "NOT_NOW",
                "reviewOn", LocalDate.parse(day).plusYears(1).toString());
        voice.says(services.feedback(), MANAGER, item + "/we-cannot", Days.at(day + "T10:00"), facts);
    }
}
