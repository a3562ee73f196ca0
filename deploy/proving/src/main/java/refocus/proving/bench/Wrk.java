package refocus.proving.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/// Clients that send one request after the other: commands, each under a key of its own where asked, or reads.
record Wrk(Tool tool, Path directory) {

    private static final String SCRIPT = """
            -- Written by bench. Arguments: token, path, file of ids, file of the body, run, keyed
            local threads = 0
            function setup(thread)
              thread:set("number", threads)
              threads = threads + 1
            end
            -- A request is made once, with marks for the id and the key; what comes between the marks is kept.
            function init(args)
              local token, path = args[1], args[2]
              run, keyed = args[5], args[6] == "keyed"
              ids = {}
              for line in io.lines(args[3]) do ids[#ids + 1] = line end
              local file = io.open(args[4])
              local body = file:read("*a")
              file:close()
              count = math.floor(#ids / 2) * number
              mark = string.rep("#", 36)
              local headers = { ["Authorization"] = "Bearer " .. token, ["Content-Type"] = "application/json" }
              if keyed then headers["Idempotency-Key"] = "@KEY@" end
              local whole = wrk.format(
                body == "" and "GET" or "POST", (path:gsub("ID", mark)), headers, (body:gsub("ID", mark)))
              local first, second = whole:match("^(.*)@KEY@(.*)$")
              before, after = pieces(first or whole), pieces(second or "")
            end
            function pieces(text)
              local found, from = {}, 1
              while true do
                local start, stop = text:find(mark, from, true)
                found[#found + 1] = text:sub(from, (start or 0) - 1)
                if not start then return found end
                from = stop + 1
              end
            end
            function request()
              count = count + 1
              local id = ids[count % #ids + 1]
              local key = keyed and run .. "-" .. number .. "-" .. count or ""
              return table.concat(before, id) .. key .. table.concat(after, id)
            end
            function done(summary, latency, requests)
              io.write(string.format(
                '\\nRESULT {"requests":%d,"micros":%d,"refused":%d,"broken":%d,"p50":%d,"p99":%d,"max":%d}\\n',
                summary.requests, summary.duration, summary.errors.status,
                summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout,
                latency:percentile(50), latency:percentile(99), latency.max))
            end
            """;

    /// What was seen from outside.
    ///
    /// @param acknowledged requests that were answered, less those refused
    /// @param broken connections and requests that came to nothing
    record Seen(long acknowledged, long refused, long broken, double perSecond, double p50Millis, double p99Millis) {}

    /// What is sent, with an id in place of `ID` in path and body; a read where there is no body.
    record Request(String service, String token, String path, String body, boolean keyed) {}

    Seen run(Request request, List<String> ids, int clients, int seconds) throws IOException, InterruptedException {
        var script = Files.writeString(directory.resolve("bench.lua"), SCRIPT);
        var file = Files.write(directory.resolve("bench.ids"), ids);
        var body = Files.writeString(directory.resolve("bench.body"), request.body());
        var said = tool.run(List.of(
                "-t",
                clients == 1 ? "1" : "2",
                "-c",
                Integer.toString(clients),
                "-d",
                seconds + "s",
                "--timeout",
                "30s",
                "-s",
                script.toString(),
                request.service(),
                "--",
                request.token(),
                request.path(),
                file.toString(),
                body.toString(),
                UUID.randomUUID().toString(),
                request.keyed() ? "keyed" : "unkeyed"));
        return seen(said);
    }

    private static Seen seen(String said) throws IOException {
        var result = said.lines().filter(line -> line.startsWith("RESULT ")).findFirst();
        if (result.isEmpty()) {
            throw new IOException("wrk says no result:\n" + said);
        }
        JsonNode json = new ObjectMapper().readTree(result.get().substring("RESULT ".length()));
        long refused = json.path("refused").asLong();
        long acknowledged = json.path("requests").asLong() - refused;
        return new Seen(
                acknowledged,
                refused,
                json.path("broken").asLong(),
                acknowledged / (json.path("micros").asLong() / 1e6),
                json.path("p50").asLong() / 1000.0,
                json.path("p99").asLong() / 1000.0);
    }
}
