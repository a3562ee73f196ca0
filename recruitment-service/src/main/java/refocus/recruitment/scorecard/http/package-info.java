/// The scorecard over HTTP: what a panel made of an application, as far as its reader may see it.
@NullMarked
package refocus.recruitment.scorecard.http;

import org.jspecify.annotations.NullMarked;
