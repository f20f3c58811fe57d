/**
 * All that is stored about a person who has no account: to be handed out, and to be erased.
 *
 * <p>Start reading at {@link dev.standfirst.comment.person.PersonService}.
 */
@NullMarked
package dev.standfirst.comment.person;

import org.jspecify.annotations.NullMarked;
