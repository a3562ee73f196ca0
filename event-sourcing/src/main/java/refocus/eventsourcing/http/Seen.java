package refocus.eventsourcing.http;

/// The version a caller had seen, from `If-Match: "7"`.
public record Seen(long version) {

    public static Seen fromString(String header) {
        String tag = header.strip();
        if (tag.length() < 3 || tag.charAt(0) != '"' || !tag.endsWith("\"")) {
            throw new IllegalArgumentException("If-Match is one strong entity tag, as in \"7\"");
        }
        return new Seen(Long.parseLong(tag.substring(1, tag.length() - 1)));
    }
}
