/**
 * Who calls, and what they may do: roles, permissions, and the key or token of a request.
 *
 * <p>It may use {@code shared} and {@code database}; the keys themselves are kept by the room {@code key}, which implements {@link
 * dev.standfirst.access.Authenticator}. Tokens are checked by Quarkus' OpenID Connect; {@link dev.standfirst.access.TokenHolder} says
 * who has one. Start reading at {@link dev.standfirst.access.Role}.
 */
@NullMarked
package dev.standfirst.access;

import org.jspecify.annotations.NullMarked;
