package refocus.eventsourcing.servers;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One database with the roles that may use it: an owner who changes its shape, an application that uses it,
/// and a reader to whom migrations grant what may be read with plain SQL.
///
/// `name` is the database, `purpose` names its roles (`case` gives `case_owner`, `case_app`, `case_reader`), so that
/// many databases of one purpose can stand beside each other on one server.
public record Database(String adminUrl, String name, String purpose) {

    public String owner() {
        return purpose + "_owner";
    }

    public String application() {
        return purpose + "_app";
    }

    public String reader() {
        return purpose + "_reader";
    }

    public String jdbcUrl() {
        return "jdbc:" + url();
    }

    /// Creates roles and database where they are missing; asking twice is harmless.
    public void create() throws SQLException {
        try (var admin = DriverManager.getConnection(adminUrl)) {
            for (var role : List.of(owner(), application(), reader())) {
                if (missing(admin, "select 1 from pg_roles where rolname = ?", role)) {
                    // On one machine a role's password is its name: the server listens on the loopback interface only.
                    run(admin, "create role %1$s login password '%1$s'".formatted(role));
                }
            }
            // An open writing transaction anywhere holds every relay back.
            run(admin, "alter role %s set transaction_timeout = '15s'".formatted(application()));
            if (missing(admin, "select 1 from pg_database where datname = ?", name)) {
                run(admin, "create database \"%s\" owner %s".formatted(name, owner()));
            }
        }
        grant();
    }

    /// What Quarkus needs to know; `datasource` is empty for the default one, else its name.
    public Map<String, String> settings(String datasource) {
        var named = datasource.isEmpty() ? "" : "." + datasource;
        var settings = new LinkedHashMap<String, String>();
        settings.put("quarkus.datasource" + named + ".jdbc.url", jdbcUrl());
        settings.put("quarkus.datasource" + named + ".reactive.url", url());
        settings.put("quarkus.datasource" + named + ".username", application());
        settings.put("quarkus.datasource" + named + ".password", application());
        settings.put("quarkus.flyway" + named + ".username", owner());
        settings.put("quarkus.flyway" + named + ".password", owner());
        settings.put("quarkus.flyway" + named + ".placeholders.app", application());
        settings.put("quarkus.flyway" + named + ".placeholders.reader", reader());
        return settings;
    }

    private void grant() throws SQLException {
        try (var admin = DriverManager.getConnection(jdbcUrl() + "?" + server().getRawQuery())) {
            run(admin, """
                    revoke connect on database "%1$s" from public;
                    grant connect on database "%1$s" to %3$s, %4$s;
                    grant create on database "%1$s" to %3$s;
                    alter default privileges for role %2$s grant usage on schemas to %3$s;
                    alter default privileges for role %2$s grant select, insert, update, delete on tables to %3$s;
                    alter default privileges for role %2$s grant usage, select on sequences to %3$s;
                    """.formatted(name, owner(), application(), reader()));
        }
    }

    private String url() {
        var server = server();
        return "postgresql://%s:%d/%s".formatted(server.getHost(), server.getPort(), name);
    }

    private URI server() {
        return URI.create(adminUrl.substring("jdbc:".length()));
    }

    private static boolean missing(Connection admin, String question, String name) throws SQLException {
        try (var statement = admin.prepareStatement(question)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return !rows.next();
            }
        }
    }

    private static void run(Connection admin, String sql) throws SQLException {
        try (var statement = admin.createStatement()) {
            statement.execute(sql);
        }
    }
}
