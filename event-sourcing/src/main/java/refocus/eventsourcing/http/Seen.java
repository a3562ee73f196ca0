package refocus.eventsourcing.http;

/// The version a caller had seen, from `If-Match: "7"`.
public record Seen(long version) {

    public static final String HEADER = "If-Match";

    public static Seen fromString(String header) {
        String tag = header.strip();
        if (!tag.matches("\"[0-9]{1,18}\"")) {
            throw new Malformed(HEADER, "malformed-if-match");
        }
        return new Seen(Long.parseLong(tag.substring(1, tag.length() - 1)));
    }
}
