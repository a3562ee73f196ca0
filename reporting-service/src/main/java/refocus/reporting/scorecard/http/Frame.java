package refocus.reporting.scorecard.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URLEncoder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import refocus.eventsourcing.http.Language;
import refocus.reporting.catalogue.Words;

/// What every page has around its content, in the reader's language.
///
/// The language is the address's, where it names one, else the browser's. Nothing is remembered: links carry it on.
///
/// @param otherLanguage this page in the other language
/// @param stylesheet its address, which changes when it does
/// @param signedIn whether there is a way to sign out
public record Frame(Language language, String otherLanguage, String stylesheet, boolean signedIn) {

    private static final String LANGUAGE = "language";

    static Frame around(RoutingContext request, String stylesheet, boolean signedIn) {
        Language language = language(request);
        Language other = language == Language.EN ? Language.CY : Language.EN;
        return new Frame(
                language, request.request().path() + "?" + query(request.queryParams(), other), stylesheet, signedIn);
    }

    public String tag() {
        return language.tag();
    }

    public String word(String key) {
        return Words.in(language).word(key);
    }

    public String otherTag() {
        return language == Language.EN ? Language.CY.tag() : Language.EN.tag();
    }

    /// A page of the dashboard in this language.
    ///
    /// @param parameters names and values in turn
    public String link(String path, String... parameters) {
        Stream<String> pairs = Stream.iterate(0, i -> i < parameters.length, i -> i + 2)
                .map(i -> pair(parameters[i], parameters[i + 1]));
        return "/dashboard" + path + "?"
                + Stream.concat(pairs, Stream.of(pair(LANGUAGE, tag()))).collect(Collectors.joining("&"));
    }

    public String home() {
        return link("");
    }

    public String definitions() {
        return link("/definitions");
    }

    public String signOut() {
        return link("/sign-out");
    }

    static Language language(RoutingContext request) {
        List<String> asked = request.queryParam(LANGUAGE);
        return Stream.of(Language.values())
                .filter(language -> asked.contains(language.tag()))
                .findFirst()
                .orElseGet(() -> Optional.ofNullable(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE))
                        .map(Language::preferredBy)
                        .orElse(Language.EN));
    }

    private static String query(MultiMap asked, Language language) {
        Stream<String> kept = asked.entries().stream()
                .filter(parameter -> !parameter.getKey().equals(LANGUAGE))
                .map(parameter -> pair(parameter.getKey(), parameter.getValue()));
        return Stream.concat(kept, Stream.of(pair(LANGUAGE, language.tag()))).collect(Collectors.joining("&"));
    }

    private static String pair(String name, String value) {
        return URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(value, UTF_8);
    }
}
