package refocus.local;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import refocus.local.story.Story;

/// Tells the story where nothing has happened yet, and to its end where a telling was cut off.
record StoryTeller(Home home, Programs programs, Progress progress) {

    private static final String TOLD = "told ";
    private static final String TELLING = "telling ";

    void tellWhereNeeded() throws IOException, SQLException, InterruptedException {
        var page = home.directory().resolve("story");
        var so = Files.exists(page) ? Files.readString(page).strip() : "";
        if (so.startsWith(TELLING)) {
            tell(LocalDate.parse(so.substring(TELLING.length())));
        } else if (!so.startsWith(TOLD) && storeIsEmpty()) {
            tell(LocalDate.now(ZoneId.of("Europe/London")).minusDays(1));
        }
    }

    private void tell(LocalDate last) throws IOException, InterruptedException {
        progress.say("telling the story from April 2014 to " + last);
        home.replace("story", TELLING + last);
        try {
            var story = new Story(
                    programs.url(Service.CASE),
                    programs.url(Service.STAFF),
                    programs.url(Service.RECRUITMENT),
                    programs.url(Service.FEEDBACK),
                    programs.desk());
            var commands = story.tell(last);
            home.replace("story", TOLD + last);
            progress.say("the story is told, in %d commands".formatted(commands));
        } catch (IOException refused) {
            // The system is of use without it.
            progress.say("the story stopped, the next start goes on with it: " + refused.getMessage());
        }
    }

    private boolean storeIsEmpty() throws SQLException {
        var log = programs.database(Service.CASE.title());
        try (var connection = DriverManager.getConnection(log.jdbcUrl(), log.application(), log.application());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select exists (select 1 from event)")) {
            return rows.next() && !rows.getBoolean(1);
        }
    }
}
