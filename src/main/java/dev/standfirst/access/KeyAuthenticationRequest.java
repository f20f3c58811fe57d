package dev.standfirst.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Asks whose key it is. It is not a {@code TokenAuthenticationRequest}, for those are answered by OpenID Connect. */
final class KeyAuthenticationRequest extends BaseAuthenticationRequest {
    private final String secret;

    KeyAuthenticationRequest(String secret) {
        this.secret = secret;
    }

    String secret() {
        return secret;
    }
}
