package refocus.eventsourcing.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// A request that fits its description, with codes that its service knows: it asks the service for them.
final class Filled {

    static final String UNKNOWN_ID = "0193a0de-0000-7000-8000-00000000dead";
    private static final int TRIES = 12;

    private final Described operation;
    private final ObjectNode body;
    private final Map<String, String> path = new HashMap<>();

    /// Looks up the codes; on the way, it sees those refused that are none.
    Filled(Described operation, Api caller, Refusals refusals, Set<String> codes) {
        this.operation = operation;
        this.body = operation.leastBody();
        for (int tries = 0; tries < TRIES; tries++) {
            Response answer = send(Refusals.seen(caller));
            JsonNode problem = Refusals.json(answer);
            if (answer.statusCode() != 422 || !problem.path("code").asText().equals("unknown-code")) {
                return;
            }
            refusals.refusedHavingSeen("a code that is none", 422, "unknown-code", caller, this::send);
            String field = problem.at("/violations/0/field").asText();
            codes.add(operation + " " + field);
            know(field, firstOf(problem.at("/facts/0").asText()));
        }
    }

    private static String firstOf(String set) {
        Response known = Api.anonymous().get("/v1/code-sets/" + set);
        return Refusals.json(known).at("/codes/0/code").asText();
    }

    Response send(RequestSpecification request) {
        return request.body(body.toString())
                .request(operation.method(), operation.at(name -> path.getOrDefault(name, UNKNOWN_ID)));
    }

    Refusals.Sending at(String moment) {
        return request -> {
            body.put("occurredAt", moment);
            Response answer = send(request);
            body.remove("occurredAt");
            return answer;
        };
    }

    /// @param field as a problem names it: `role`, `topics[0]`, or a variable of the path
    private void know(String field, String code) {
        String name = field.replaceFirst("\\[.*", "");
        if (operation.variables().contains(name)) {
            path.put(name, code);
            return;
        }
        JsonNode known = TextNode.valueOf(code);
        body.set(
                name,
                body.path(name) instanceof ArrayNode list ? list.removeAll().add(known) : known);
    }
}
