package refocus.eventsourcing.http;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;

/// Which page of a list: `?limit=50&after=…`. For `@BeanParam`.
public class PageRequest {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    @QueryParam("limit")
    Optional<String> limit = Optional.empty();

    @QueryParam("after")
    Optional<String> after = Optional.empty();

    /// How many items the page may have: 50, or what was asked for, 200 at most.
    public int limit() {
        return limit.map(PageRequest::checked).orElse(USUAL);
    }

    /// How many rows to read: one more, which tells whether there is a next page.
    public int rows() {
        return limit() + 1;
    }

    public Optional<Cursor> after() {
        return after.map(Cursor::fromString);
    }

    private static int checked(String asked) {
        if (asked.matches("[0-9]{1,3}")) {
            int limit = Integer.parseInt(asked);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        }
        throw new Malformed("limit", "malformed-limit");
    }
}
