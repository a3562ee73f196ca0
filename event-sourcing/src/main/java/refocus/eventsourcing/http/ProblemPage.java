package refocus.eventsourcing.http;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import refocus.eventsourcing.Unknown;

/// What a problem's `type` leads to: the code in words, for a person in a browser or for a program. Open to all.
@Path("/problems/{code}")
@PermitAll
class ProblemPage {

    record Explained(String code, Said en, Said cy) {}

    record Said(String title, String detail) {}

    private static final String STYLE =
            "body{font:1.1rem/1.5 sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem}";

    /// This one style and nothing else.
    private static final String POLICY =
            "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
                    .formatted(digest(STYLE));

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "What a problem code means, in English and Welsh")
    public Explained explained(@PathParam("code") String code) {
        return new Explained(code, said(code, Language.EN), said(code, Language.CY));
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<String> page(@PathParam("code") String code) {
        Said en = said(code, Language.EN);
        Said cy = said(code, Language.CY);
        // A known code is of letters and hyphens, and the words are ours: there is nothing to escape.
        String html =
                """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s · %s</title>
                <style>%s</style>
                </head>
                <body>
                <main>
                <h1>%s</h1>
                <p>%s</p>
                <section lang="cy"><h2>%s</h2>
                <p>%s</p></section>
                <p><code>%s</code></p>
                </main>
                </body>
                </html>
                """.formatted(en.title(), cy.title(), STYLE, en.title(), en.detail(), cy.title(), cy.detail(), code);
        return ResponseBuilder.ok(html)
                .header("Content-Security-Policy", POLICY)
                .build();
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Said said(String code, Language language) {
        if (!Wording.isKnown(code)) {
            throw new Unknown("problem");
        }
        Wording wording = Wording.of(code, language, List.of());
        return new Said(wording.title(), wording.detail());
    }
}
