package dev.standfirst.shared.idempotency;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** Lets the body of a request with a key be part of its {@link Fingerprint}. */
@Provider
public class FingerprintedBody implements ReaderInterceptor {
    private final Fingerprint fingerprint;

    FingerprintedBody(Fingerprint fingerprint) {
        this.fingerprint = fingerprint;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (context.getHeaders().containsKey(IdempotencyKey.HEADER)) {
            context.setInputStream(fingerprint.of(context.getInputStream()));
        }
        return context.proceed();
    }
}
