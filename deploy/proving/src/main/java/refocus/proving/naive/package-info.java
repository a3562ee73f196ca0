/// Readers of the log and the topic as one might write them first, each with one flaw that Refocus avoids.
///
/// They run beside the real ones, under the same faults, and the same comparison must catch each of them: otherwise
/// that it finds nothing elsewhere would mean nothing. They are no part of the product.
@NullMarked
package refocus.proving.naive;

import org.jspecify.annotations.NullMarked;
