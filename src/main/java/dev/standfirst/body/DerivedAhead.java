package dev.standfirst.body;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jboss.logging.Logger;

/**
 * Bodies that one thread derives before another writes them, as an import has them one after the other. Each is taken once; what nobody
 * takes goes when others come.
 */
public final class DerivedAhead {
    private static final Logger LOG = Logger.getLogger(DerivedAhead.class);
    private static final int MOST = 1_000;

    private static final Cache<Given, DerivedBody> READY =
            Caffeine.newBuilder().maximumSize(MOST).build();

    private DerivedAhead() {}

    private record Given(BodyFormat format, String source) {}

    /** Derives a body, for another thread to take. */
    public static void derive(BodyFormat format, String source) {
        try {
            READY.put(new Given(format, source), Derivation.derive(format, source));
        } catch (RuntimeException e) {
            LOG.debug("A body could not be derived: whoever writes it will be told", e);
        }
    }

    /** What {@link Derivation#derive} gives: taken where it is there, or else derived now. */
    public static DerivedBody take(BodyFormat format, String source) {
        DerivedBody derived = READY.asMap().remove(new Given(format, source));
        return derived == null ? Derivation.derive(format, source) : derived;
    }
}
