package refocus.local.story;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// How a worker's day was spent apart from sessions and calls, which carry their own minutes.
record WorkDay(Cast.Worker worker, LocalDate date, Map<String, Integer> minutes) {

    /// 37 hours a week.
    static final int CONTRACTED = 444;

    private static final Map<String, Double> SHARES =
            new TreeMap<>(Map.of("MEETING", 0.18, "INDIRECT_CHILD", 0.22, "OTHER", 0.06));

    /// Fills what the day's sessions and calls left over.
    static WorkDay around(Cast.Worker worker, LocalDate date, int accountedFor, Random chance) {
        var minutes = new LinkedHashMap<String, Integer>();
        var left = CONTRACTED - accountedFor;

        switch (date.getDayOfWeek()) {
            case TUESDAY -> minutes.put("SUPERVISION", Math.min(60, left / 4));
            case THURSDAY -> minutes.put("TRAINING", Math.min(90, left / 4));
            case MONDAY, WEDNESDAY, FRIDAY, SATURDAY, SUNDAY -> {}
        }
        left -= minutes.values().stream().mapToInt(Integer::intValue).sum();
        for (var part : SHARES.entrySet()) {
            minutes.put(part.getKey(), rounded(left * part.getValue() * (0.8 + 0.4 * chance.nextDouble())));
        }
        var written = minutes.values().stream().mapToInt(Integer::intValue).sum();
        minutes.put("RECORDING", Math.max(5, rounded(CONTRACTED - accountedFor - written)));
        return new WorkDay(worker, date, minutes);
    }

    /// Nobody logs to the minute.
    private static int rounded(double minutes) {
        return Math.max(5, (int) Math.round(minutes / 5) * 5);
    }
}
