package refocus.eventsourcing.http;

import java.time.Duration;

/// It cannot be answered now, and may be a little later. Answers 503 with `Retry-After`.
public final class NotNow extends RuntimeException {

    private final String code;
    private final Duration retryAfter;

    /// @param code of the problem, as in `view-behind`
    public NotNow(String code, Duration retryAfter) {
        this.code = code;
        this.retryAfter = retryAfter;
        super(code);
    }

    public String code() {
        return code;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
