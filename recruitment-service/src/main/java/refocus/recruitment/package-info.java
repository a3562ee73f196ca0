/// The recruitment service: finding colleagues: vacancies, candidates, and applications judged on evidence before any start.
///
/// It runs and says that it is well; its streams come with the issues that fill it.
@NullMarked
package refocus.recruitment;

import org.jspecify.annotations.NullMarked;
