/** Articles at the desk, over HTTP. */
@NullMarked
package dev.standfirst.article;

import org.jspecify.annotations.NullMarked;
