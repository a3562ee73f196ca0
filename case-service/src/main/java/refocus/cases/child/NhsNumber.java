package refocus.cases.child;

import refocus.eventsourcing.Impossible;

/// Ten digits, the last of which checks the others (Modulus 11, NHS Data Dictionary).
public record NhsNumber(String digits) {

    private static final int LENGTH = 10;

    public NhsNumber {
        if (!digits.matches("[0-9]{%d}".formatted(LENGTH))) {
            throw new Impossible("nhsNumber", "nhs-number-shape");
        }
        if (digits.charAt(LENGTH - 1) - '0' != checkDigit(digits)) {
            throw new Impossible("nhsNumber", "check-digit");
        }
    }

    /// As people write it: spaces and hyphens between the groups are no part of the number.
    public static NhsNumber fromString(String text) {
        return new NhsNumber(text.replaceAll("[ -]", ""));
    }

    /// 10 where there is no digit to be given: such a number is never issued.
    private static int checkDigit(String digits) {
        int sum = 0;
        for (int place = 0; place < LENGTH - 1; place++) {
            sum += (digits.charAt(place) - '0') * (LENGTH - place);
        }
        return (11 - sum % 11) % 11;
    }
}
