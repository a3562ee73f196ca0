/// Access to children's records over HTTP, and the gate that every read of one goes through.
@NullMarked
package refocus.cases.access.http;

import org.jspecify.annotations.NullMarked;
