package refocus.recruitment.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import refocus.recruitment.vacancy.Vacancy;

/// What may be asked about an application.
public sealed interface ApplicationCommand
        permits ApplicationCommand.StartApplication,
                ApplicationCommand.SubmitApplication,
                ApplicationCommand.WithdrawApplication,
                ScoreCommand,
                SelectionCommand,
                OfferCommand,
                CheckCommand {

    /// Begins an application.
    ///
    /// @param opening the vacancy as it was looked up
    /// @param lateReason the policy that lets it in after the closing time
    record StartApplication(
            UUID vacancy, UUID candidate, Vacancy opening, Optional<String> lateReason, Instant at, LocalDate startedOn)
            implements ApplicationCommand {}

    record SubmitApplication(
            Optional<String> statement, Vacancy opening, Optional<String> lateReason, Instant at, LocalDate submittedOn)
            implements ApplicationCommand {}

    record WithdrawApplication(Optional<String> reason, LocalDate withdrawnOn) implements ApplicationCommand {}
}
