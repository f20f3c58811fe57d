/** The service outside that tells spam. */
@NullMarked
package dev.standfirst.comment.spam.outside;

import org.jspecify.annotations.NullMarked;
