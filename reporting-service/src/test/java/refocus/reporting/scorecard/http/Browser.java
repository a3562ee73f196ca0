package refocus.reporting.scorecard.http;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// A real browser without a window: Chromium as the system has it.
final class Browser implements AutoCloseable {

    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium");

    private static final String BARRIERS = """
            async () => (await axe.run(document, {
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }))
                .violations.map(v => v.id + ': ' + v.nodes.map(n => n.target + ' ' + n.failureSummary).join(' | '))""";

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Browser open() {
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var options = new LaunchOptions().setExecutablePath(program()).setArgs(List.of("--no-sandbox"));
        return new Browser(playwright, playwright.chromium().launch(options));
    }

    /// There is no page without a browser to see it in, so there is no skipping these tests either.
    private static Path program() {
        return Stream.concat(Stream.ofNullable(System.getProperty("refocus.browser")), PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "these tests need Chromium: install it (Debian and Ubuntu: apt-get install chromium), "
                                + "or name one with -Drefocus.browser=/path/to/it"));
    }

    /// Someone with a browser of their own.
    Visitor visitor(String language, int width, boolean scripts) {
        return new Visitor(browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale(language + "-GB")
                .setViewportSize(width, 900)
                .setJavaScriptEnabled(scripts)));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    /// One person at one browser, and what that browser complained of.
    static final class Visitor implements AutoCloseable {

        private final BrowserContext context;
        private final Page page;
        private final List<String> complaints = new ArrayList<>();

        private Visitor(BrowserContext context) {
            this.context = context;
            this.page = context.newPage();
            page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
            page.onPageError(complaints::add);
        }

        Page page() {
            return page;
        }

        BrowserContext context() {
            return context;
        }

        /// Errors and warnings of the console: a broken content security policy is one.
        List<String> complaints() {
            return complaints.stream()
                    .filter(complaint -> !complaint.startsWith("log") && !complaint.startsWith("info"))
                    .toList();
        }

        /// Goes to a page and signs in on the way, as the local issuer asks.
        Visitor signIn(String address, String role) {
            page.navigate(address);
            page.locator("select[name=role]").selectOption(role);
            page.locator("form button").click();
            page.waitForURL(url -> url.startsWith(address));
            return this;
        }

        /// What keeps people out of this page, by axe, for the rules of WCAG 2.2 AA.
        @SuppressWarnings("unchecked") // axe gives a list of text
        List<String> barriers() throws IOException {
            page.evaluate(axe());
            return (List<String>) page.evaluate(BARRIERS);
        }

        /// By how much the page is wider than the window.
        int overflow() {
            return (int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        }

        private static String axe() throws IOException {
            try (var script = Objects.requireNonNull(Browser.class.getResourceAsStream("/axe.min.js"))) {
                return new String(script.readAllBytes(), StandardCharsets.UTF_8);
            }
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
