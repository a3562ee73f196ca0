package refocus.proving.bench;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import refocus.local.Service;
import refocus.proving.stand.Api;
import refocus.proving.stand.Stand;

/// How reports and reads take a history of some length: whole months of two years, and cases picked by a seed.
record Growth(Stand stand, Sheet sheet, Api api, long seed) {

    private static final int ROUNDS = 3;
    private static final int ASKED = 60;
    private static final List<String> REPORTS = List.of("direct-work-share", "children-seen", "referral-timeliness");

    /// @param events how many there are, for the name of the figures
    void measure(String events, List<String> cases) throws IOException, InterruptedException {
        var month = LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1);
        var months = "from=%s&to=%s&by=month".formatted(month.minusMonths(23), month.plusMonths(1));
        for (var report : REPORTS) {
            var url = "%s/v1/reports/%s?%s".formatted(stand.programs().url(Service.REPORTING), report, months);
            take("growth: %s over %s events".formatted(report, events), "analyst", List.of(url));
        }
        var service = stand.programs().url(Service.CASE);
        take(
                "growth: a case among %s events".formatted(events),
                "team-manager",
                cases.stream().map(id -> service + "/v1/cases/" + id).toList());
    }

    private void take(String name, String role, List<String> urls) throws IOException, InterruptedException {
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            var millis = new ArrayList<Double>();
            for (int i = 0; i < ASKED; i++) {
                long began = System.nanoTime();
                var answer = api.get(urls.get(random.nextInt(urls.size())), role, Optional.empty());
                millis.add((System.nanoTime() - began) / 1e6);
                if (answer.status() != 200) {
                    sheet.wrong("%s answers %d: %s".formatted(name, answer.status(), answer.body()));
                    return;
                }
            }
            var sorted = millis.stream().sorted().toList();
            sheet.add(name + ", p50", "ms", sorted.get(ASKED / 2));
            sheet.add(name + ", p99", "ms", sorted.get(ASKED * 99 / 100));
        }
    }
}
