package refocus.staff;

import org.junit.jupiter.api.Test;
import refocus.eventsourcing.contract.WordingContract;

class RefusalWordsTest {

    @Test
    void every_rule_speaks_both_languages() {
        WordingContract.check();
    }
}
