package refocus.feedback.barrier.http;

import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.personal.KeyedHash;
import refocus.feedback.barrier.Barrier;
import refocus.feedback.barrier.BarrierFile;

/// What someone holds who raised a barrier and is not to be known: made of their token, so that a repeat is given the
/// same one, and kept here as a hash alone.
@Singleton
class Receipts {

    private static final Pattern TOKEN = Pattern.compile("SurveyToken ([A-Za-z0-9_-]{43})");
    private static final Pattern RECEIPT = Pattern.compile("BarrierReceipt ([A-Za-z0-9_-]{43})");

    private final KeyedHash hash;

    Receipts(KeyedHash hash) {
        this.hash = hash;
    }

    /// The token of an `Authorization` header; 401 without one.
    static String token(Optional<String> authorization) {
        return found(TOKEN, authorization);
    }

    UUID barrier(String token, UUID submission) {
        return StreamId.of("barrier", hash.of("barrier-id", token + ":" + submission))
                .id();
    }

    String receipt(String token, UUID submission) {
        return hash.of("barrier-receipt", token + ":" + submission);
    }

    String kept(String receipt) {
        return hash.of("barrier-receipt-kept", receipt);
    }

    /// Refuses whoever does not hold the barrier's receipt.
    void mustHold(Barrier state, Optional<String> authorization) {
        BarrierFile file = Barrier.file(state);
        String kept = kept(found(RECEIPT, authorization));
        if (!file.raised().receipt().equals(Optional.of(kept))) {
            throw new UnauthorizedException();
        }
    }

    private static String found(Pattern pattern, Optional<String> authorization) {
        return authorization
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .map(match -> match.group(1))
                .orElseThrow(UnauthorizedException::new);
    }
}
