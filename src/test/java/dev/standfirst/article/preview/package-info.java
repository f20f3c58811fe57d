@NullMarked
package dev.standfirst.article.preview;

import org.jspecify.annotations.NullMarked;
