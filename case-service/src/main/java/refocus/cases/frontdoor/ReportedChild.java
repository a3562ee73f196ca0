package refocus.cases.frontdoor;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// A child whom a referral is about.
record ReportedChild(UUID referral, UUID child, LocalDate receivedOn, Instant receivedAt) {}
