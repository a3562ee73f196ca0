package refocus.cases.childindex;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import refocus.cases.child.ChildCommand.OnDate;
import refocus.cases.child.ChildEvent.Precision;
import refocus.cases.child.NhsNumber;
import refocus.eventsourcing.personal.KeyedHash;

class LikenessTest {

    final Hashes hashes = new Hashes(KeyedHash.with(new byte[32]));

    @ParameterizedTest
    @CsvSource({
        "Gwenllian, Tudur-Parri, Gwenllïan, Tudur Parry",
        "Siân, Llewelyn, Sian, Lewelyn",
        "Mohammed, Ali, Muhammad, Ali",
        "Rhys, Davies, Rees, Davies"
    })
    void similar_names_on_one_day_of_birth_are_likely_one_child(String one, String of, String other, String too) {
        assertThat(likeness(child(one, of, "2015-06-02"), child(other, too, "2015-06-02"))
                        .isLikelyTheSame())
                .isTrue();
    }

    @Test
    void twins_are_two_children() {
        assertThat(likeness(child("Nia", "Probert", "2015-06-02"), child("Mari", "Probert", "2015-06-02"))
                        .isLikelyTheSame())
                .isFalse();
    }

    @Test
    void namesakes_born_on_other_days_are_two_children() {
        assertThat(likeness(child("Nia", "Probert", "2015-06-02"), child("Nia", "Probert", "2015-06-03"))
                        .isLikelyTheSame())
                .isFalse();
    }

    @Test
    void one_number_is_one_child_whatever_the_name() {
        var number = Optional.of(NhsNumber.fromString("9990000018"));
        var one = hashes.of(
                new UUID(1, 1), Optional.of("Nia"), Optional.of("Probert"), Optional.empty(), number, Optional.empty());
        var other = hashes.of(
                new UUID(1, 2), Optional.empty(), Optional.of("Parry"), Optional.empty(), number, Optional.empty());
        assertThat(likeness(one, other).isLikelyTheSame()).isTrue();
        assertThat(likeness(one, other).matchedOn()).containsExactly("NHS_NUMBER");
    }

    @Test
    void nothing_in_the_index_can_be_read() {
        assertThat(child("Nia", "Probert", "2015-06-02").toString())
                .doesNotContainIgnoringCase("probert")
                .doesNotContain("2015-06-02");
    }

    private IndexedChild child(String givenName, String familyName, String born) {
        return hashes.of(
                UUID.randomUUID(),
                Optional.of(givenName),
                Optional.of(familyName),
                Optional.of(new OnDate(LocalDate.parse(born), Precision.DAY)),
                Optional.empty(),
                Optional.empty());
    }

    private static Likeness likeness(IndexedChild described, IndexedChild known) {
        return Likeness.between(described, known);
    }
}
