/** The learned score. */
@NullMarked
package dev.standfirst.comment.spam.learned;

import org.jspecify.annotations.NullMarked;
