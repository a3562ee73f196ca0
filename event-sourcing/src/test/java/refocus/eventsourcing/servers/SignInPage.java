package refocus.eventsourcing.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// The local issuer's page, in both languages at once. Without a script and without a style of another origin.
final class SignInPage {

    private static final List<String> CARRIED = List.of(
            "response_type",
            "client_id",
            "redirect_uri",
            "state",
            "nonce",
            "scope",
            "code_challenge",
            "code_challenge_method");

    static final String STYLE = """
            body { font: 1.1rem/1.5 arial, sans-serif; color: #0b0c0c; max-width: 30rem; margin: 2rem auto; padding: 0 1rem }
            h1 { font-size: 1.8rem; line-height: 1.2 }
            label { display: block; font-weight: bold; margin-top: 1.5rem }
            small { display: block; font-size: 1rem; color: #484949; margin-bottom: .3rem }
            select, input, button { font: inherit; padding: .5rem; width: 100%; box-sizing: border-box; border: 2px solid #0b0c0c; background: #fff }
            button { margin-top: 2rem; background: #1a65a6; color: #fff; border-color: #1a65a6; font-weight: bold }
            :focus-visible { outline: 3px solid #fd0; outline-offset: 0; box-shadow: 0 0 0 5px #0b0c0c }
            """;

    private SignInPage() {}

    static void show(HttpExchange exchange, Map<String, String> asked) throws IOException {
        var roles = LocalIssuer.ROLES.entrySet().stream()
                .map(role -> "<option value=\"%1$s\"%2$s>%1$s · %3$s</option>"
                        .formatted(role.getKey(), role.getKey().equals("analyst") ? " selected" : "", role.getValue()))
                .collect(Collectors.joining("\n"));
        var carried = CARRIED.stream()
                .filter(asked::containsKey)
                .map(name -> "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                        .formatted(name, escaped(Objects.toString(asked.get(name)))))
                .collect(Collectors.joining("\n"));
        reply(exchange, 200, page("""
                <h1>Sign in <span lang="cy">· Mewngofnodi</span></h1>
                <p>This machine only: choose who you are. <span lang="cy">Y peiriant hwn yn unig: dewiswch pwy ydych.</span></p>
                <form method="post" action="/authorize">
                %s
                <label for="role">Role <span lang="cy">· Rôl</span></label>
                <select id="role" name="role">
                %s
                </select>
                <label for="worker">Worker <span lang="cy">· Gweithiwr</span></label>
                <small id="any">May be empty; any name of letters and digits will do.
                <span lang="cy">Caiff fod yn wag; gwnaiff unrhyw enw o lythrennau a digidau'r tro.</span></small>
                <input id="worker" name="worker" aria-describedby="any" pattern="[A-Za-z0-9._\\-]{1,64}" autocomplete="off">
                <button>Sign in <span lang="cy">· Mewngofnodi</span></button>
                </form>""".formatted(carried, roles)));
    }

    static void refuse(HttpExchange exchange) throws IOException {
        reply(exchange, 400, page("""
                <h1>This sign-in is not well formed <span lang="cy">· Nid yw'r cais mewngofnodi'n ddilys</span></h1>
                <p>Only pages on this machine can ask, with a code challenge (S256).
                <span lang="cy">Dim ond tudalennau ar y peiriant hwn a gaiff ofyn, gyda her cod (S256).</span></p>"""));
    }

    static void redirect(HttpExchange exchange, String address) throws IOException {
        exchange.getResponseHeaders().set("Location", address);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private static String page(String content) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Refocus: sign in · mewngofnodi</title>
                <link rel="stylesheet" href="/sign-in.css">
                <link rel="icon" href="data:,">
                </head>
                <body><main>
                %s
                </main></body>
                </html>
                """.formatted(content);
    }

    private static void reply(HttpExchange exchange, int status, String html) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "text/html; charset=utf-8");
        // No form-action: what answers the form sends the browser back to the page that asked.
        headers.set(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Cache-Control", "no-store");
        var body = html.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
