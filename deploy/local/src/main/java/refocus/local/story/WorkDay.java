package refocus.local.story;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/// How a worker's day was spent apart from sessions and calls, which carry their own minutes.
record WorkDay(Cast.Worker worker, LocalDate date, Map<String, Integer> minutes) {

    /// 37 hours a week.
    static final int CONTRACTED = 444;

    /// Fills what the day's sessions and calls left over: writing up, and what that day of the week is for.
    static WorkDay around(Cast.Worker worker, LocalDate date, int accountedFor, Random chance) {
        var left = CONTRACTED - accountedFor;
        var other = rounded(left * (0.4 + 0.2 * chance.nextDouble()));
        var minutes = new LinkedHashMap<String, Integer>();
        minutes.put(purpose(date), other);
        minutes.put("RECORDING", rounded(left - other));
        return new WorkDay(worker, date, minutes);
    }

    private static String purpose(LocalDate date) {
        return switch (date.getDayOfWeek()) {
            case MONDAY -> "MEETING";
            case TUESDAY -> "SUPERVISION";
            case WEDNESDAY, FRIDAY -> "INDIRECT_CHILD";
            case THURSDAY -> date.getDayOfMonth() < 8 ? "TRAINING" : "OTHER";
            case SATURDAY, SUNDAY -> "OTHER";
        };
    }

    /// Nobody logs to the minute.
    private static int rounded(double minutes) {
        return Math.max(5, (int) Math.round(minutes / 5) * 5);
    }
}
