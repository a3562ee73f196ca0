/// A system to prove things on: the packaged parts, started one by one, with flags, proxies and disks of our choice.
@NullMarked
package refocus.proving.stand;

import org.jspecify.annotations.NullMarked;
