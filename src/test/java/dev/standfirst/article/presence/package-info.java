@NullMarked
package dev.standfirst.article.presence;

import org.jspecify.annotations.NullMarked;
