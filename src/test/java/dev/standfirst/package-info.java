/** The whole: the rules of the house, and the packaged server. */
@NullMarked
package dev.standfirst;

import org.jspecify.annotations.NullMarked;
