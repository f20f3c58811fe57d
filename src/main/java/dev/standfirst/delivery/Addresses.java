package dev.standfirst.delivery;

import dev.standfirst.redirect.Slugs;
import dev.standfirst.shared.http.Moved;
import dev.standfirst.shared.problem.ProblemException;
import dev.standfirst.shared.problem.RequestProblem;
import dev.standfirst.shared.text.Ref;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Says where something went that is not at its address: on to a new one, away, or it never was there. */
@Singleton
final class Addresses {
    private final Slugs slugs;

    Addresses(Slugs slugs) {
        this.slugs = slugs;
    }

    /**
     * Makes the answer to a request for something that is not live.
     *
     * @param type the type of the thing, under which its slugs are claimed
     * @param path where things of the type are, with a slash at the end
     * @param liveSlug finds the slug of a live thing by its id
     * @param wasPublic says whether a thing that is not live was public once
     */
    RuntimeException missing(
            String type, String path, Ref ref, Function<Ref, Optional<String>> liveSlug, Predicate<Ref> wasPublic) {
        if (wasPublic.test(ref)) {
            return gone();
        }
        Optional<Ref> former =
                ref.id() == null ? slugs.formerlyOf(type, ref.slug()).map(Ref::of) : Optional.empty();
        if (former.isEmpty()) {
            return notFound();
        }
        return liveSlug.apply(former.get())
                .<RuntimeException>map(slug -> new Moved(path + slug))
                .orElseGet(() -> wasPublic.test(former.get()) ? gone() : notFound());
    }

    private static ProblemException notFound() {
        return RequestProblem.NOT_FOUND.because("There is nothing at this address.");
    }

    private static ProblemException gone() {
        return RequestProblem.GONE.because("What was at this address is no longer public.");
    }
}
