package refocus.local.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import refocus.local.story.Api.As;

/// Those who work in the story. Every one of them is invented.
final class Cast {

    /// Someone on the staff.
    ///
    /// @param daysAWeek from Monday on; five are a full contract
    /// @param lastDay of their time with the service; far away for those who stay
    record Worker(String name, String role, Team team, int daysAWeek, LocalDate from, LocalDate lastDay, Way way) {

        String alias() {
            return name.substring(0, name.indexOf(' ')).toLowerCase(Locale.ROOT);
        }

        /// The part of a full week they are contracted for.
        double fte() {
            return daysAWeek / 5.0;
        }

        /// The record they are known by where no recruitment made it.
        String id() {
            return UUID.nameUUIDFromBytes(("story|" + name).getBytes(UTF_8)).toString();
        }

        boolean isInPost(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(lastDay);
        }

        boolean leaves() {
            return lastDay.isBefore(STAYS);
        }

        As as() {
            return new As(role, id());
        }
    }

    /// How someone came.
    enum Way {
        TAKEN_ON,
        AGENCY,
        RECRUITED
    }

    static final LocalDate STAYS = LocalDate.of(9999, 12, 31);

    static final Worker CARYS = practitioner("Carys Yorath", Team.ASSESSMENT, 5, "2014-04-01", "");
    static final Worker TOMOS = practitioner("Tomos Kyffin", Team.SUPPORT, 4, "2014-04-01", "");
    static final Worker RHIAN = practitioner("Rhian Mostyn", Team.LOOKED_AFTER, 3, "2014-04-01", "2025-09-26");
    static final Worker GERAINT = practitioner("Geraint Penry", Team.DISABILITY, 4, "2014-04-01", "2017-06-30");
    static final Worker BETHAN = practitioner("Bethan Rosser", Team.LOOKED_AFTER, 3, "2014-04-01", "2020-12-31");
    static final Worker ALED = practitioner("Aled Trahaearn", Team.ASSESSMENT, 4, "2014-04-01", "2016-02-26");
    static final Worker SIONED = practitioner("Sioned Wynne", Team.ASSESSMENT, 4, "2016-05-03", "");
    static final Worker HUW = practitioner("Huw Nanney", Team.DISABILITY, 4, "2017-10-02", "2022-08-31");
    static final Worker PRIYA = practitioner("Priya Ashdown", Team.SERVICE, 4, "2021-03-01", "");
    static final Worker OWAIN = new Worker(
            "Owain Farrow",
            "practitioner",
            Team.SERVICE,
            5,
            LocalDate.parse("2022-09-12"),
            LocalDate.parse("2024-12-20"),
            Way.AGENCY);
    static final Worker DAFYDD = recruited("Dafydd Hartley", 5, "2025-01-06");
    static final Worker MARED = recruited("Mared Coldwell", 4, "2025-11-03");

    /// Those who hold cases.
    static final List<Worker> WORKERS =
            List.of(CARYS, TOMOS, RHIAN, GERAINT, BETHAN, ALED, SIONED, HUW, PRIYA, OWAIN, DAFYDD, MARED);

    static final Worker HEAD = other("Non Cadwaladr", "head-of-service", Team.ASSESSMENT, "");
    static final Worker SERVICE_MANAGER = other("Ioan Gwilym", "service-manager", Team.SUPPORT, "");
    static final Worker MANAGER = other("Eleri Bevan", "team-manager", Team.ASSESSMENT, "");
    static final Worker DUTY = other("Lois Parry", "duty", Team.ASSESSMENT, "");
    static final Worker OFFICE = other("Mair Ellis", "business-support", Team.ASSESSMENT, "");
    static final Worker HR = other("Gwenan Salisbury", "hr-officer", Team.ASSESSMENT, "");

    /// Those around them: two of the managers went when four teams became one.
    static final List<Worker> OTHERS = List.of(
            HEAD,
            SERVICE_MANAGER,
            MANAGER,
            DUTY,
            OFFICE,
            HR,
            other("Nerys Craddock", "team-manager", Team.LOOKED_AFTER, "2019-06-28"),
            other("Paul Thornley", "team-manager", Team.DISABILITY, "2019-05-31"),
            other("Ffion Bowen", "business-support", Team.SUPPORT, ""));

    private Cast() {}

    static Stream<Worker> everyone() {
        return Stream.concat(WORKERS.stream(), OTHERS.stream());
    }

    /// Those who hold cases on that day.
    static List<Worker> workersOn(LocalDate day) {
        return WORKERS.stream().filter(worker -> worker.isInPost(day)).toList();
    }

    private static Worker practitioner(String name, Team team, int daysAWeek, String from, String lastDay) {
        return new Worker(name, "practitioner", team, daysAWeek, LocalDate.parse(from), day(lastDay), Way.TAKEN_ON);
    }

    private static Worker recruited(String name, int daysAWeek, String from) {
        return new Worker(name, "practitioner", Team.SERVICE, daysAWeek, LocalDate.parse(from), STAYS, Way.RECRUITED);
    }

    private static Worker other(String name, String role, Team team, String lastDay) {
        return new Worker(name, role, team, 5, Days.BEGINNING, day(lastDay), Way.TAKEN_ON);
    }

    private static LocalDate day(String lastDay) {
        return lastDay.isEmpty() ? STAYS : LocalDate.parse(lastDay);
    }
}
