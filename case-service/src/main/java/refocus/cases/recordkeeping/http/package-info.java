/// Holds, erasure and subject access over HTTP: the doors of a records manager.
@NullMarked
package refocus.cases.recordkeeping.http;

import org.jspecify.annotations.NullMarked;
