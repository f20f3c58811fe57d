/** Old slugs and paths, over HTTP. */
@NullMarked
package dev.standfirst.redirect;

import org.jspecify.annotations.NullMarked;
