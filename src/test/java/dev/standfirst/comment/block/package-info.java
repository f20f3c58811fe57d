/** Lists of what is blocked. */
@NullMarked
package dev.standfirst.comment.block;

import org.jspecify.annotations.NullMarked;
