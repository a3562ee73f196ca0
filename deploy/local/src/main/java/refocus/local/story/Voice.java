package refocus.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import refocus.local.story.Api.As;

/// One voice of the telling: its commands come one after the other, each under a key of its own.
final class Voice {

    /// What a voice has to tell.
    @FunctionalInterface
    interface Tale {

        void tell(Voice voice) throws IOException, InterruptedException;
    }

    private final String name;
    private int commands;

    Voice(String name) {
        this.name = name;
    }

    /// Tells a tale in a voice of that name and gives the number of commands it took.
    static Callable<Integer> telling(String name, Tale tale) {
        return () -> {
            var voice = new Voice(name);
            tale.tell(voice);
            return voice.commands;
        };
    }

    /// Says what happened then, and gives the reply.
    JsonNode says(Api api, As as, String path, Instant at, Map<String, ?> facts)
            throws IOException, InterruptedException {
        return says(api, as, path, 0, at, facts);
    }

    /// The same to who wants to know the version it was decided on.
    JsonNode says(Api api, As as, String path, long seen, Instant at, Map<String, ?> facts)
            throws IOException, InterruptedException {
        return api.post(as, key(), path, seen, dated(at, facts));
    }

    JsonNode sets(Api api, As as, String path, long seen, Instant at, Map<String, ?> facts)
            throws IOException, InterruptedException {
        return api.put(as, key(), path, seen, dated(at, facts));
    }

    /// Says what gets an id, and gives that.
    String makes(Api api, As as, String path, Instant at, Map<String, ?> facts)
            throws IOException, InterruptedException {
        return says(api, as, path, at, facts).path("id").asText();
    }

    /// Says what carries its own dates.
    void hands(Api api, As as, String path, Map<String, Object> facts) throws IOException, InterruptedException {
        api.post(as, key(), path, 0, facts);
    }

    static Map<String, Object> dated(Instant at, Map<String, ?> facts) {
        var body = new HashMap<String, Object>(facts);
        body.put("occurredAt", at.toString());
        return body;
    }

    private String key() {
        return "story-%s-%d".formatted(name, ++commands);
    }
}
