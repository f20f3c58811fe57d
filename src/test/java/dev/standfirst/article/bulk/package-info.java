@NullMarked
package dev.standfirst.article.bulk;

import org.jspecify.annotations.NullMarked;
