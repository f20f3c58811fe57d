package dev.standfirst.redirect;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.standfirst.access.Actor;
import dev.standfirst.change.ChangeLog;
import dev.standfirst.change.Outcome;
import dev.standfirst.shared.http.IfMatch;
import dev.standfirst.shared.json.Spelling;
import dev.standfirst.shared.page.Page;
import dev.standfirst.shared.page.PageRequest;
import dev.standfirst.shared.problem.Fault;
import dev.standfirst.shared.problem.ProblemException;
import dev.standfirst.shared.problem.RequestProblem;
import dev.standfirst.shared.text.Ref;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is done with redirects. */
@ApplicationScoped
public class RedirectService {
    private final Redirects redirects;
    private final Things things;
    private final Slugs slugs;
    private final ChangeLog changes;
    private final Clock clock;

    RedirectService(Redirects redirects, Things things, Slugs slugs, ChangeLog changes, Clock clock) {
        this.redirects = redirects;
        this.things = things;
        this.slugs = slugs;
        this.changes = changes;
        this.clock = clock;
    }

    /** A redirect after a write, and what came of it. */
    public record Written(RedirectView redirect, Outcome outcome) {}

    /** Lists redirects. */
    public Page<RedirectView> list(RedirectFilter filter, PageRequest page) {
        return redirects.page(filter, page);
    }

    /** Reads a redirect; fails with {@code not-found}. */
    public RedirectView read(UUID id) {
        return redirects.read(id).orElseThrow(RedirectService::notFound);
    }

    /**
     * Lets a path lead on. Afterwards no redirect leads to the path of another, whatever others write meanwhile.
     *
     * @param upsert whether a redirect from the same path is updated instead
     */
    @Transactional
    public Written create(RedirectDraft draft, boolean upsert, Actor actor) {
        String path = SitePath.of(draft.path()).compared();
        RedirectTarget wanted = target(draft);
        redirects.takeTurn();
        Redirect redirect = redirects.lock(RedirectKind.PATH, path).orElseGet(() -> blank(path));
        boolean isNew = redirect.version == 0;
        if (!isNew && !upsert) {
            throw RedirectProblem.PATH_TAKEN
                    .because("There is a redirect from " + path + ".")
                    .with(RedirectProblem.PATH_TAKEN.at("#/path", "leads elsewhere already"));
        }
        RedirectTarget target = redirects.followed(wanted);
        if (path.equals(target.comparedPath())) {
            throw RedirectProblem.REDIRECT_LOOP
                    .because("The path would lead to itself.")
                    .with(RedirectProblem.REDIRECT_LOOP.at("#/location", "leads to the path itself"));
        }
        if (target.equals(redirect.target())) {
            return new Written(redirect.view(), Outcome.UNCHANGED);
        }
        Instant now = clock.instant();
        redirect.lead(target, now);
        if (isNew) {
            redirect.createdAt = now;
            redirects.persist(redirect);
        }
        changes.append(actor, redirect.written().change(isNew ? "redirect.create" : "redirect.update"));
        redirects.turn(path, target, now).forEach(turned -> changes.append(actor, turned.change("redirect.update")));
        return new Written(redirect.view(), isNew ? Outcome.CREATED : Outcome.UPDATED);
    }

    /** Deletes a redirect, so that its source leads nowhere. */
    @Transactional
    public void delete(UUID id, IfMatch match, Actor actor) {
        Redirect redirect = redirects.lock(id).orElseThrow(RedirectService::notFound);
        match.require(redirect.version);
        redirects.delete(redirect);
        changes.append(actor, redirect.written().change("redirect.delete"));
    }

    private static Redirect blank(String path) {
        Redirect redirect = new Redirect();
        redirect.id = UuidCreator.getTimeOrderedEpoch();
        redirect.kind = RedirectKind.PATH;
        redirect.source = path;
        redirect.wasPublic = true;
        return redirect;
    }

    /** Finds the one target of a draft. A thing is kept from going away, before any turn is taken: so does who deletes or merges one. */
    private RedirectTarget target(RedirectDraft draft) {
        Map<TargetType, String> named = new EnumMap<>(TargetType.class);
        name(named, TargetType.ARTICLE, draft.article());
        name(named, TargetType.TAG, draft.tag());
        name(named, TargetType.AUTHOR, draft.author());
        name(named, TargetType.COLLECTION, draft.collection());
        name(named, TargetType.LOCATION, draft.location());
        if (named.isEmpty()) {
            throw RedirectProblem.TARGET_MISSING
                    .because("The redirect leads nowhere.")
                    .with(RedirectProblem.TARGET_MISSING.at(
                            "#", "must have article, tag, author, collection or location"));
        }
        if (named.size() > 1) {
            List<Fault> faults = named.keySet().stream()
                    .map(type -> RedirectProblem.SEVERAL_TARGETS.at(pointer(type), "is one of several targets"))
                    .toList();
            throw ProblemException.of(faults, RedirectProblem.SEVERAL_TARGETS);
        }
        TargetType type = named.keySet().iterator().next();
        String name = named.values().iterator().next();
        return type == TargetType.LOCATION
                ? RedirectTarget.of(name)
                : find(RedirectKind.valueOf(type.name()), Ref.of(name))
                        .map(id -> RedirectTarget.of(type, id))
                        .orElseThrow(() -> RedirectProblem.UNKNOWN_TARGET
                                .because("There is no such " + pointer(type).substring(2) + ".")
                                .with(RedirectProblem.UNKNOWN_TARGET.at(pointer(type), "is the slug or id of none")));
    }

    private Optional<UUID> find(RedirectKind kind, Ref ref) {
        Addressed all = things.of(kind);
        return all.keep(ref).or(() -> slugs.formerlyOf(kind, ref).flatMap(id -> all.keep(Ref.of(id))));
    }

    private static void name(Map<TargetType, String> named, TargetType type, @Nullable String name) {
        if (name != null) {
            named.put(type, name);
        }
    }

    private static String pointer(TargetType type) {
        return "#/" + Spelling.of(type);
    }

    private static RuntimeException notFound() {
        return RequestProblem.NOT_FOUND.because("There is no redirect of this id.");
    }
}
