/** Tests of what tells spam. */
@NullMarked
package dev.standfirst.comment.spam;

import org.jspecify.annotations.NullMarked;
