package dev.standfirst.article.related;

import dev.standfirst.access.Actor;
import dev.standfirst.article.ArticleLookup;
import dev.standfirst.article.ArticleOptions;
import dev.standfirst.article.ArticleService;
import dev.standfirst.article.RelatedLink;
import dev.standfirst.article.Relation;
import dev.standfirst.change.Outcome;
import dev.standfirst.shared.http.IfMatch;
import dev.standfirst.shared.problem.Fault;
import dev.standfirst.shared.problem.RequestProblem;
import dev.standfirst.shared.text.Ref;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is done with the links of an article. */
@ApplicationScoped
public class RelatedService {
    private final ArticleService articles;
    private final RelatedLinks links;
    private final ArticleLookup targets;

    RelatedService(ArticleService articles, RelatedLinks links, ArticleLookup targets) {
        this.articles = articles;
        this.links = links;
        this.targets = targets;
    }

    /** Reads the links of an article, those of its working copy where it has one; fails with {@code not-found}. */
    public RelatedView read(Ref ref) {
        var found = found(ref);
        RelatedView live = found.live();
        return found.pending()
                ? new RelatedView(
                        live.id(), live.version(), links.resolved(articles.workingLinks(live.id(), live.version())))
                : live;
    }

    /** Reads the links of an article as readers see them, or would see them at its time; fails with {@code not-found}. */
    public RelatedView readLive(Ref ref) {
        return found(ref).live();
    }

    private RelatedLinks.Found found(Ref ref) {
        articles.catchUp();
        return links.read(ref)
                .orElseThrow(() -> RequestProblem.NOT_FOUND.because("There is no article of this slug or id."));
    }

    /**
     * Replaces the links of an article, as a change of the article itself; a list that is what is there already changes nothing.
     *
     * <p>Fails with all of {@link RelatedProblem} that are in the list, at once.
     */
    @Transactional
    public RelatedView replace(
            Ref ref, IfMatch match, RelatedDraft draft, ArticleOptions.OnRelate options, Actor actor) {
        write(ref, match, draft, options, actor);
        return read(ref);
    }

    /** Replaces the links of an article as {@link #replace} does, and tells what came of it. */
    @Transactional
    public Outcome write(Ref ref, IfMatch match, RelatedDraft draft, ArticleOptions.OnRelate options, Actor actor) {
        return articles.relate(
                ref,
                match,
                article -> resolved(article, draft.items()),
                new ArticleOptions(false, options.draft(), options.note()),
                actor);
    }

    private List<RelatedLink> resolved(UUID article, List<RelatedDraft.Link> drafts) {
        List<RelatedLink> links = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Map<String, UUID> known = targets.find(drafts.stream()
                .map(RelatedDraft.Link::article)
                .filter(Objects::nonNull)
                .toList());
        for (int i = 0; i < drafts.size(); i++) {
            RelatedDraft.Link draft = drafts.get(i);
            String named = draft.article();
            UUID target = named == null ? null : known.get(named);
            String place = "#/items/" + i + (named == null ? "/url" : "/article");
            if (named != null && target == null) {
                faults.add(RelatedProblem.UNKNOWN_ARTICLE.at(place, "is the slug or id of no article"));
            } else if (article.equals(target)) {
                faults.add(RelatedProblem.LINK_TO_ITSELF.at(place, "is the article itself"));
            } else if (!seen.add(String.valueOf(named == null ? draft.url() : target))) {
                faults.add(RelatedProblem.LINKED_TWICE.at(place, "is in the list already"));
            }
            links.add(link(draft, target));
        }
        if (!faults.isEmpty()) {
            throw RelatedProblem.of(faults);
        }
        return links;
    }

    private static RelatedLink link(RelatedDraft.Link draft, @Nullable UUID target) {
        return new RelatedLink(
                draft.relation() == null ? Relation.MORE : draft.relation(),
                target,
                draft.url(),
                draft.title(),
                draft.publisher());
    }
}
