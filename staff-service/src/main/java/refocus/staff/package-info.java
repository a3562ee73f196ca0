/// The staff service: the people who do the work: who they are, where they are, what they are trained in and what they
// need.
///
/// It runs and says that it is well; its streams come with the issues that fill it.
@NullMarked
package refocus.staff;

import org.jspecify.annotations.NullMarked;
