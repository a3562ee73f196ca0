/// A resource of the hub: something that helps with the work, published in both languages.
///
/// | state | `Publish` | `Revise` | `Review` | `Use` |
/// |---|---|---|---|---|
/// | Unpublished | `ResourcePublished` | unknown | unknown | unknown |
/// | Published | nothing: a repeat | `ResourceRevised`, or nothing | `ResourceReviewed` | `ResourceUsed` |
/// | Retired | nothing | refused `resource-retired` | refused | `ResourceUsed`: it was used |
///
/// | state | `Rate` | `Retire` |
/// |---|---|---|
/// | Unpublished | unknown | unknown |
/// | Published | `ResourceRated`, or nothing if the same | `ResourceRetired` |
/// | Retired | refused `resource-retired` | nothing |
///
/// Its title and summary are for everyone and stand in clear; what someone says of it is sealed under their key.
@NullMarked
package refocus.staff.resource;

import org.jspecify.annotations.NullMarked;
