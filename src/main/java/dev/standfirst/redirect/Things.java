package dev.standfirst.redirect;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;

/** The things of all kinds that have slugs. */
@Singleton
final class Things {
    private final List<Addressed> things;

    Things(@All List<Addressed> things) {
        this.things = things;
    }

    Addressed of(RedirectKind kind) {
        return things.stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
    }
}
