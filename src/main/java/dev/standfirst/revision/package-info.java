/** What things said at each of their versions: every change is kept, and none is ever rewritten. */
@NullMarked
package dev.standfirst.revision;

import org.jspecify.annotations.NullMarked;
