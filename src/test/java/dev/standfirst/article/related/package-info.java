/** Related links at the desk, over HTTP. */
@NullMarked
package dev.standfirst.article.related;

import org.jspecify.annotations.NullMarked;
