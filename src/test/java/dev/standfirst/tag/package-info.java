/** Tags at the desk, over HTTP. */
@NullMarked
package dev.standfirst.tag;

import org.jspecify.annotations.NullMarked;
