package refocus.staff.resource.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.Unknown;
import refocus.staff.resource.Content;
import refocus.staff.resource.Resource;

/// A resource in the reader's language.
record ResourceShown(
        UUID id,
        String title,
        String summary,
        Optional<String> link,
        List<String> topics,
        List<String> audience,
        UUID owner,
        Optional<LocalDate> reviewBy,
        boolean retired) {

    static ResourceShown of(UUID id, Resource state, Locale language) {
        return switch (state) {
            case Resource.Unpublished _ -> throw new Unknown("resource");
            case Resource.Published resource ->
                of(id, resource.content(), resource.owner(), resource.reviewBy(), false, language);
            case Resource.Retired(var content, var owner) -> of(id, content, owner, Optional.empty(), true, language);
        };
    }

    private static ResourceShown of(
            UUID id, Content content, UUID owner, Optional<LocalDate> reviewBy, boolean retired, Locale language) {
        return new ResourceShown(
                id,
                content.title().in(language),
                content.summary().in(language),
                content.link(),
                content.topics(),
                content.audience(),
                owner,
                reviewBy,
                retired);
    }
}
