package refocus.local.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

/// From an empty post to the first child: nobody starts unchecked, the hire makes the worker, the worker gets a case.
class VacancyToAllocationIT {

    @Test
    void a_vacancy_is_filled_safely_and_the_new_colleague_holds_a_case() throws Exception {
        var system = RunningSystem.shared();
        var hire = new Hire(system, "Mared Coldwell");
        hire.choose();
        assertThat(hire.hr.isRefused("recruitment", hire.application + "/hire", """
                        {"startsOn": "%s"}""".formatted(hire.startsOn())))
                .isEqualTo("checks-open");
        hire.check();
        hire.confirm();
        assertThat(hire.hr.reads("recruitment", hire.vacancy).path("status").asText())
                .isEqualTo("FILLED");

        var worker = hire.worker();
        var taken = new OpenCase(system);
        taken.allocate(worker);

        assertThat(taken.lead()).isEqualTo(worker);
        var known = hire.hr.reads("staff", "/v1/workers/" + worker);
        assertThat(known.path("name").asText()).isEqualTo("Mared Coldwell");
        assertThat(known.path("startsOn").asText()).isEqualTo(hire.startsOn());
        await().atMost(Someone.PATIENCE)
                .until(() -> hire.manager
                                .reads("staff", "/v1/workers/%s/workload".formatted(worker))
                                .path("cases")
                                .asInt()
                        == 1);
    }
}
