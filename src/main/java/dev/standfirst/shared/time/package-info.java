/** The one clock that every rule about time reads. */
@NullMarked
package dev.standfirst.shared.time;

import org.jspecify.annotations.NullMarked;
