/// The list of checks over HTTP.
@NullMarked
package refocus.recruitment.checks.http;

import org.jspecify.annotations.NullMarked;
