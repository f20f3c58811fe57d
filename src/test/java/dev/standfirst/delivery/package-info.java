/** What readers see, over HTTP. */
@NullMarked
package dev.standfirst.delivery;

import org.jspecify.annotations.NullMarked;
