package dev.standfirst.body;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.CompletableFuture;

/**
 * Bodies that one thread derives while another still writes those before them, as an import has them one after the other. Each is taken once; what
 * nobody takes goes when others come.
 */
public final class DerivedAhead {
    private static final int MOST = 1_000;

    private static final Cache<Given, CompletableFuture<DerivedBody>> READY =
            Caffeine.newBuilder().maximumSize(MOST).build();

    private DerivedAhead() {}

    private record Given(BodyFormat format, String source) {}

    /** Derives a body on this thread, for another to take. */
    public static void derive(BodyFormat format, String source) {
        CompletableFuture<DerivedBody> derived = new CompletableFuture<>();
        READY.put(new Given(format, source), derived);
        try {
            derived.complete(Derivation.derive(format, source));
        } catch (RuntimeException | Error e) { // whoever waits must not wait for ever
            derived.completeExceptionally(e);
            throw e;
        }
    }

    /** What {@link Derivation#derive} gives: taken where another thread is at it, or else derived now. */
    public static DerivedBody take(BodyFormat format, String source) {
        CompletableFuture<DerivedBody> derived = READY.asMap().remove(new Given(format, source));
        return derived == null ? Derivation.derive(format, source) : derived.join();
    }
}
