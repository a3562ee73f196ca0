package refocus.local.story;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import refocus.local.story.Household.Sibling;

/// Invents families: no two share a name, no two children a day of birth, and every NHS number is from the range kept
/// for tests (999).
final class People {

    private static final List<String> GIRLS = List.of(
            "Nia", "Cadi", "Mabli", "Efa", "Gwen", "Lowri", "Elin", "Non", "Martha", "Beca", "Hawys", "Isla", "Erin",
            "Megan", "Seren", "Ffion", "Alys", "Betsan", "Poppy", "Ruby");
    private static final List<String> BOYS = List.of(
            "Osian", "Macsen", "Gethin", "Ifan", "Idris", "Elis", "Harri", "Guto", "Twm", "Jac", "Noa", "Deio", "Caleb",
            "Owain", "Rhun", "Alfie", "Theo", "Emrys", "Bedwyr", "Steffan");
    private static final List<String> FAMILIES = List.of(
            "Probert",
            "Beynon",
            "Gittins",
            "Prosser",
            "Tudor",
            "Penry",
            "Bevan",
            "Craddock",
            "Vaughan",
            "Meredith",
            "Gwilym",
            "Parry",
            "Ellis",
            "Pugh",
            "Bowen",
            "Cadwaladr",
            "Rosser",
            "Watkins",
            "Yorath",
            "Mostyn",
            "Kyffin",
            "Nanney",
            "Trahaearn",
            "Salisbury",
            "Wynne",
            "Hartley",
            "Ashdown",
            "Farrow",
            "Coldwell",
            "Thornley");

    private final Random chance;
    private final Set<LocalDate> birthdays = new HashSet<>();
    private int households;
    private int numbers;

    People(Random chance) {
        this.chance = chance;
    }

    /// One to three children of one name, born in the seventeen years before that day.
    Household household(LocalDate day) {
        var family = family(households++);
        var youngest = chance.nextInt(1, 12);
        var count = 1 + (chance.nextInt(10) < 4 ? 1 : 0) + (chance.nextInt(10) < 1 ? 1 : 0);
        return Household.of(IntStream.range(0, count)
                .mapToObj(place -> sibling(family, place, day.minusYears(youngest + 2L * place)))
                .toList());
    }

    private Sibling sibling(String family, int place, LocalDate around) {
        var girl = chance.nextBoolean();
        var names = girl ? GIRLS : BOYS;
        // Siblings stand beside each other in the list, so that none has another's name.
        var name = names.get((place + households) % names.size());
        return new Sibling(
                name,
                family,
                birthday(around.minusDays(chance.nextInt(300))),
                girl ? "FEMALE" : "MALE",
                nhsNumber(),
                chance.nextInt(10) < 3 ? "cy" : "en");
    }

    /// Simple names first, then those that two families made one.
    private static String family(int household) {
        var one = household % FAMILIES.size();
        var round = household / FAMILIES.size();
        return round == 0 ? FAMILIES.get(one) : FAMILIES.get(one) + "-" + FAMILIES.get((one + round) % FAMILIES.size());
    }

    /// Two children born on one day might be taken for one.
    private LocalDate birthday(LocalDate around) {
        return Stream.iterate(around, day -> day.minusDays(1))
                .filter(birthdays::add)
                .findFirst()
                .orElseThrow();
    }

    private String nhsNumber() {
        while (true) {
            var digits = "999%06d".formatted(++numbers * 37);
            var sum = IntStream.range(0, 9)
                    .map(place -> (10 - place) * (digits.charAt(place) - '0'))
                    .sum();
            var check = (11 - sum % 11) % 11;
            if (check < 10) {
                return digits + check;
            }
        }
    }
}
