/// The shortlist over HTTP, and its candidates side by side.
@NullMarked
package refocus.recruitment.shortlist.http;

import org.jspecify.annotations.NullMarked;
