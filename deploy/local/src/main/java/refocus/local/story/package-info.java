/// Two years of a small children's service, thought out from a seed and told through the public API, so that a new system
/// has something to show. Every person in it is invented.
@NullMarked
package refocus.local.story;

import org.jspecify.annotations.NullMarked;
