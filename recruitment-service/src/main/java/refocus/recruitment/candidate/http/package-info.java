/// Candidates over HTTP.
@NullMarked
package refocus.recruitment.candidate.http;

import org.jspecify.annotations.NullMarked;
