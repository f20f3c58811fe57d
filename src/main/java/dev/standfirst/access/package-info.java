/**
 * Who calls, and what they may do: roles, permissions, and the bearer key of a request.
 *
 * <p>It may use {@code shared} and {@code database}; the keys themselves are kept by the room {@code key}, which implements {@link
 * dev.standfirst.access.Authenticator}. Start reading at {@link dev.standfirst.access.Role}.
 */
@NullMarked
package dev.standfirst.access;

import org.jspecify.annotations.NullMarked;
