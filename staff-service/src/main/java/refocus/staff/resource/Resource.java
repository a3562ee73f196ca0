package refocus.staff.resource;

import static refocus.eventsourcing.personal.Sealed.about;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import refocus.eventsourcing.Decider;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.Refused;
import refocus.eventsourcing.StreamType;
import refocus.eventsourcing.Unknown;
import refocus.staff.resource.ResourceCommand.Publish;
import refocus.staff.resource.ResourceCommand.Rate;
import refocus.staff.resource.ResourceCommand.Retire;
import refocus.staff.resource.ResourceCommand.Review;
import refocus.staff.resource.ResourceCommand.Revise;
import refocus.staff.resource.ResourceCommand.Use;
import refocus.staff.resource.ResourceEvent.ResourcePublished;
import refocus.staff.resource.ResourceEvent.ResourceRated;
import refocus.staff.resource.ResourceEvent.ResourceRetired;
import refocus.staff.resource.ResourceEvent.ResourceReviewed;
import refocus.staff.resource.ResourceEvent.ResourceRevised;
import refocus.staff.resource.ResourceEvent.ResourceUsed;

/// Something that helps with the work, and every rule about keeping it right.
public sealed interface Resource {

    record Unpublished() implements Resource {}

    record Published(Content content, UUID owner, Optional<LocalDate> reviewBy, List<Rating> ratings)
            implements Resource {

        Published saying(Content newContent) {
            return new Published(newContent, owner, reviewBy, ratings);
        }

        Published reviewedUntil(LocalDate nextBy) {
            return new Published(content, owner, Optional.of(nextBy), ratings);
        }

        Published rated(UUID worker, int stars) {
            var others = ratings.stream().filter(rating -> !rating.worker().equals(worker));
            return new Published(
                    content,
                    owner,
                    reviewBy,
                    Stream.concat(others, Stream.of(new Rating(worker, stars))).toList());
        }

        Optional<Integer> ratedBy(UUID worker) {
            return ratings.stream()
                    .filter(rating -> rating.worker().equals(worker))
                    .map(Rating::stars)
                    .findFirst();
        }
    }

    record Retired(Content content, UUID owner) implements Resource {}

    record Rating(UUID worker, int stars) {}

    StreamType<ResourceCommand, ResourceEvent, Resource> TYPE = StreamType.of(
            "resource",
            new Decider<>(new Unpublished(), Resource::decide, Resource::evolve),
            ResourceEvent.class,
            Resource.class);

    static List<ResourceEvent> decide(Resource state, ResourceCommand command) {
        return switch (command) {
            case Publish publishing -> publish(state, publishing);
            case Revise(var content) ->
                published(state).content().equals(content) ? List.of() : List.of(new ResourceRevised(content));
            case Review reviewing -> review(published(state), reviewing);
            case Use(var worker, var on) -> use(state, worker, on);
            case Rate rating -> rate(published(state), rating);
            case Retire retiring -> retire(state, retiring);
        };
    }

    static Resource evolve(Resource state, ResourceEvent event) {
        return switch (event) {
            case ResourcePublished(var content, var owner, var reviewBy) ->
                new Published(content, owner, reviewBy, List.of());
            case ResourceRevised(var content) -> mustBePublished(state, event).saying(content);
            case ResourceReviewed reviewed -> mustBePublished(state, event).reviewedUntil(reviewed.nextBy());
            case ResourceUsed _ -> state;
            case ResourceRated rated -> mustBePublished(state, event).rated(rated.worker(), rated.stars());
            case ResourceRetired _ -> {
                Published resource = mustBePublished(state, event);
                yield new Retired(resource.content(), resource.owner());
            }
        };
    }

    private static List<ResourceEvent> publish(Resource state, Publish asked) {
        // The id derives from the command, so a second one is the same again.
        return state instanceof Unpublished
                ? List.of(new ResourcePublished(asked.content(), asked.owner(), asked.reviewBy()))
                : List.of();
    }

    private static List<ResourceEvent> review(Published resource, Review asked) {
        if (!asked.nextBy().isAfter(asked.reviewedOn())) {
            throw new Impossible("nextBy", "review-not-later");
        }
        return resource.reviewBy().equals(Optional.of(asked.nextBy()))
                ? List.of()
                : List.of(new ResourceReviewed(asked.reviewedOn(), asked.nextBy()));
    }

    private static List<ResourceEvent> use(Resource state, UUID worker, LocalDate on) {
        return switch (state) {
            case Unpublished _ -> throw new Unknown("resource");
            case Published _, Retired _ -> List.of(new ResourceUsed(worker, on));
        };
    }

    private static List<ResourceEvent> rate(Published resource, Rate asked) {
        Optional<Integer> before = resource.ratedBy(asked.worker());
        return before.equals(Optional.of(asked.stars()))
                ? List.of()
                : List.of(new ResourceRated(
                        asked.worker(), asked.stars(), before, about(asked.worker(), asked.comment())));
    }

    private static List<ResourceEvent> retire(Resource state, Retire asked) {
        return switch (state) {
            case Unpublished _ -> throw new Unknown("resource");
            case Published _ -> List.of(new ResourceRetired(asked.reason(), asked.on()));
            case Retired _ -> List.of();
        };
    }

    private static Published published(Resource state) {
        return switch (state) {
            case Unpublished _ -> throw new Unknown("resource");
            case Published resource -> resource;
            case Retired _ -> throw new Refused("resource-retired");
        };
    }

    /// History is append-only and version-checked, so a misplaced event is a bug in us: stop, don't guess.
    private static Published mustBePublished(Resource state, ResourceEvent event) {
        if (state instanceof Published resource) {
            return resource;
        }
        throw new IllegalStateException("%s cannot follow %s".formatted(event, state));
    }
}
