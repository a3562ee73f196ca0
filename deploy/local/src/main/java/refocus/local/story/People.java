package refocus.local.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import refocus.local.story.Household.Sibling;

/// Invents families: no two children share a name, and every NHS number is from the range kept for tests (999).
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
    private final List<String> names = new ArrayList<>(FAMILIES);
    private int households;
    private int numbers;

    People(Random chance) {
        this.chance = chance;
    }

    /// One to three children of one name, born in the seventeen years before that day.
    Household household(LocalDate day) {
        var family = names.get(households % names.size());
        var first = households / names.size();
        households++;
        var youngest = chance.nextInt(1, 12);
        var count = 1 + (chance.nextInt(10) < 4 ? 1 : 0) + (chance.nextInt(10) < 1 ? 1 : 0);
        return Household.of(IntStream.range(0, count)
                .mapToObj(place -> sibling(family, first * 3 + place, day.minusYears(youngest + 2L * place)))
                .toList());
    }

    private Sibling sibling(String family, int place, LocalDate around) {
        var girl = chance.nextBoolean();
        var names = girl ? GIRLS : BOYS;
        // Names come round only after all families of one name have had theirs.
        var name = names.get((place + FAMILIES.indexOf(family)) % names.size());
        return new Sibling(
                name,
                family,
                around.minusDays(chance.nextInt(300)),
                girl ? "FEMALE" : "MALE",
                nhsNumber(),
                chance.nextInt(10) < 3 ? "cy" : "en");
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
