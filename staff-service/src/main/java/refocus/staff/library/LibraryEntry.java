package refocus.staff.library;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import refocus.staff.resource.Content;
import refocus.staff.resource.ResourceEvent.ResourcePublished;
import refocus.staff.resource.ResourceEvent.ResourceRated;

/// A resource as the library shows it.
///
/// @param topics codes with commas between
/// @param ratings how many workers rated it, `stars` how many they gave together
public record LibraryEntry(
        UUID resource,
        String titleEn,
        String titleCy,
        String summaryEn,
        String summaryCy,
        Optional<String> link,
        String topics,
        UUID owner,
        Instant publishedAt,
        Optional<LocalDate> reviewBy,
        Boolean retired,
        Integer uses,
        Integer ratings,
        Integer stars) {

    static LibraryEntry of(UUID resource, Instant at, ResourcePublished published) {
        Content content = published.content();
        return new LibraryEntry(
                resource,
                content.title().en(),
                content.title().cy(),
                content.summary().en(),
                content.summary().cy(),
                content.link(),
                String.join(",", content.topics()),
                published.owner(),
                at,
                published.reviewBy(),
                false,
                0,
                0,
                0);
    }

    LibraryEntry saying(Content content) {
        return new LibraryEntry(
                resource,
                content.title().en(),
                content.title().cy(),
                content.summary().en(),
                content.summary().cy(),
                content.link(),
                String.join(",", content.topics()),
                owner,
                publishedAt,
                reviewBy,
                retired,
                uses,
                ratings,
                stars);
    }

    LibraryEntry reviewedUntil(LocalDate nextBy) {
        return standing(Optional.of(nextBy), retired);
    }

    LibraryEntry withdrawn() {
        return standing(reviewBy, true);
    }

    LibraryEntry usedOnceMore() {
        return counting(uses + 1, ratings, stars);
    }

    LibraryEntry after(ResourceRated rated) {
        return counting(
                uses,
                rated.before().isPresent() ? ratings : ratings + 1,
                stars + rated.stars() - rated.before().orElse(0));
    }

    private LibraryEntry standing(Optional<LocalDate> nextReview, boolean isRetired) {
        return new LibraryEntry(
                resource,
                titleEn,
                titleCy,
                summaryEn,
                summaryCy,
                link,
                topics,
                owner,
                publishedAt,
                nextReview,
                isRetired,
                uses,
                ratings,
                stars);
    }

    private LibraryEntry counting(int nowUses, int nowRatings, int nowStars) {
        return new LibraryEntry(
                resource,
                titleEn,
                titleCy,
                summaryEn,
                summaryCy,
                link,
                topics,
                owner,
                publishedAt,
                reviewBy,
                retired,
                nowUses,
                nowRatings,
                nowStars);
    }
}
