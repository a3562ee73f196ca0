package refocus.staff.resource;

import static refocus.eventsourcing.personal.Sealed.about;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.DeciderSpec;
import refocus.staff.Bilingual;
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

class ResourceTest {

    static final UUID CARYS = UUID.fromString("01930000-0000-7000-8000-0000000000c1");
    static final LocalDate DAY = LocalDate.parse("2026-11-02");
    static final Content CARDS = content("Feelings cards");
    static final Content MORE_CARDS = content("Feelings cards, second edition");
    static final ResourcePublished PUBLISHED = new ResourcePublished(CARDS, CARYS, Optional.of(DAY));
    static final ResourceRetired RETIRED = new ResourceRetired("OUT_OF_DATE", DAY);

    final DeciderSpec<ResourceCommand, ResourceEvent, Resource> aResource = DeciderSpec.of(Resource.TYPE.decider());

    @Test
    void it_is_published_once() {
        aResource.when(new Publish(CARDS, CARYS, Optional.of(DAY))).then(PUBLISHED);
        aResource
                .given(PUBLISHED)
                .when(new Publish(CARDS, CARYS, Optional.of(DAY)))
                .thenNothing();
    }

    @Test
    void what_was_never_published_is_unknown() {
        aResource.when(new Revise(CARDS)).thenUnknown();
        aResource.when(new Review(DAY, DAY.plusYears(1))).thenUnknown();
        aResource.when(new Use(CARYS, DAY)).thenUnknown();
        aResource.when(new Rate(CARYS, 5, Optional.empty())).thenUnknown();
        aResource.when(new Retire("OUT_OF_DATE", DAY)).thenUnknown();
    }

    @Test
    void it_is_revised_where_something_changed() {
        aResource.given(PUBLISHED).when(new Revise(MORE_CARDS)).then(new ResourceRevised(MORE_CARDS));
        aResource.given(PUBLISHED).when(new Revise(CARDS)).thenNothing();
        aResource.given(PUBLISHED, RETIRED).when(new Revise(MORE_CARDS)).thenRefused("resource-retired");
    }

    @Test
    void it_is_reviewed_until_a_later_day() {
        var reviewed = new ResourceReviewed(DAY, DAY.plusYears(1));
        aResource.given(PUBLISHED).when(new Review(DAY, DAY.plusYears(1))).then(reviewed);
        aResource
                .given(PUBLISHED, reviewed)
                .when(new Review(DAY, DAY.plusYears(1)))
                .thenNothing();
        aResource.given(PUBLISHED).when(new Review(DAY, DAY)).thenImpossible("nextBy", "review-not-later");
        aResource
                .given(PUBLISHED, RETIRED)
                .when(new Review(DAY, DAY.plusYears(1)))
                .thenRefused("resource-retired");
    }

    @Test
    void each_use_counts_even_of_what_is_retired() {
        aResource.given(PUBLISHED).when(new Use(CARYS, DAY)).then(new ResourceUsed(CARYS, DAY));
        aResource
                .given(PUBLISHED, new ResourceUsed(CARYS, DAY))
                .when(new Use(CARYS, DAY))
                .then(new ResourceUsed(CARYS, DAY));
        aResource.given(PUBLISHED, RETIRED).when(new Use(CARYS, DAY)).then(new ResourceUsed(CARYS, DAY));
    }

    @Test
    void a_worker_rates_it_and_may_think_again() {
        var four = new ResourceRated(CARYS, 4, Optional.empty(), Optional.of(about(CARYS, "clear")));
        aResource
                .given(PUBLISHED)
                .when(new Rate(CARYS, 4, Optional.of("clear")))
                .then(four);
        aResource
                .given(PUBLISHED, four)
                .when(new Rate(CARYS, 4, Optional.of("clear")))
                .thenNothing();
        aResource
                .given(PUBLISHED, four)
                .when(new Rate(CARYS, 5, Optional.empty()))
                .then(new ResourceRated(CARYS, 5, Optional.of(4), Optional.empty()));
        aResource
                .given(PUBLISHED, RETIRED)
                .when(new Rate(CARYS, 5, Optional.empty()))
                .thenRefused("resource-retired");
    }

    @Test
    void it_is_retired_once() {
        aResource.given(PUBLISHED).when(new Retire("OUT_OF_DATE", DAY)).then(RETIRED);
        aResource.given(PUBLISHED, RETIRED).when(new Retire("OUT_OF_DATE", DAY)).thenNothing();
    }

    private static Content content(String title) {
        return new Content(
                new Bilingual(title, "Cardiau teimladau"),
                new Bilingual("For the first sessions", "Ar gyfer y sesiynau cyntaf"),
                Optional.empty(),
                List.of("DIRECT_WORK"),
                List.of());
    }
}
