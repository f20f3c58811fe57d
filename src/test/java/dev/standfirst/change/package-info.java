/** The log of changes and its listener. */
@NullMarked
package dev.standfirst.change;

import org.jspecify.annotations.NullMarked;
