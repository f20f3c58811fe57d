@NullMarked
package dev.standfirst.article.history;

import org.jspecify.annotations.NullMarked;
