package refocus.reporting.workingdays;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/// Has the calendar written with the reports' other migrations: only those in SQL are found by themselves.
@Singleton
class WorkingDayMigration implements FlywayConfigurationCustomizer {

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.javaMigrations(new WorkingDayTable());
    }
}
