/** What tests share: who calls, what time it is, and an empty house to begin with. */
@NullMarked
package dev.standfirst.testing;

import org.jspecify.annotations.NullMarked;
