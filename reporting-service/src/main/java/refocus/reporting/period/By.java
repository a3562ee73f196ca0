package refocus.reporting.period;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The units a period can be cut into. All are made of whole months.
public enum By {
    MONTH {
        @Override
        LocalDate start(LocalDate day) {
            return day.withDayOfMonth(1);
        }

        @Override
        LocalDate next(LocalDate day) {
            return start(day).plusMonths(1);
        }

        @Override
        String key(LocalDate day) {
            return "%d-%02d".formatted(day.getYear(), day.getMonthValue());
        }
    },
    QUARTER {
        @Override
        LocalDate start(LocalDate day) {
            return day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % 3);
        }

        @Override
        LocalDate next(LocalDate day) {
            return start(day).plusMonths(3);
        }

        @Override
        String key(LocalDate day) {
            return "%d-Q%d".formatted(day.getYear(), (day.getMonthValue() + 2) / 3);
        }
    },
    YEAR {
        @Override
        LocalDate start(LocalDate day) {
            return day.withDayOfYear(1);
        }

        @Override
        LocalDate next(LocalDate day) {
            return start(day).plusYears(1);
        }

        @Override
        String key(LocalDate day) {
            return Integer.toString(day.getYear());
        }
    },
    /// From 1 April, as councils account: `2026-27`.
    FINANCIAL_YEAR {
        @Override
        LocalDate start(LocalDate day) {
            return LocalDate.of(day.minusMonths(3).getYear(), 4, 1);
        }

        @Override
        LocalDate next(LocalDate day) {
            return start(day).plusYears(1);
        }

        @Override
        String key(LocalDate day) {
            int year = start(day).getYear();
            return "%d-%02d".formatted(year, (year + 1) % 100);
        }
    };

    /// The first day of the unit that holds this day.
    abstract LocalDate start(LocalDate day);

    /// The first day after the unit that holds this day.
    abstract LocalDate next(LocalDate day);

    abstract String key(LocalDate day);

    /// As it is written in a request: `financial-year`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<By> named(String code) {
        return Arrays.stream(values()).filter(by -> by.code().equals(code)).findFirst();
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(By::code).toList();
    }
}
