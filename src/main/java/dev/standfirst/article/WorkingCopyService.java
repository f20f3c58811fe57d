package dev.standfirst.article;

import dev.standfirst.access.Actor;
import dev.standfirst.access.Permission;
import dev.standfirst.shared.http.IfMatch;
import dev.standfirst.shared.problem.Fault;
import dev.standfirst.shared.problem.ProblemException;
import dev.standfirst.shared.problem.RequestProblem;
import dev.standfirst.shared.text.Ref;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is done with working copies of published articles. */
@ApplicationScoped
public class WorkingCopyService {
    private final Articles articles;
    private final ArticleStore store;
    private final SiteSettings site;
    private final Clock clock;

    WorkingCopyService(Articles articles, ArticleStore store, SiteSettings site, Clock clock) {
        this.articles = articles;
        this.store = store;
        this.site = site;
        this.clock = clock;
    }

    /** Drops the working copy of an article, of which the desk then is shown what readers see. */
    @Transactional
    public void drop(Ref ref, IfMatch match, @Nullable String note, Actor actor) {
        WholeArticle before = store.changeable(ref, match, actor);
        WorkingCopy copy = before.copy();
        if (copy == null) {
            throw RequestProblem.NOT_FOUND.because("The article ‘" + before.article().slug + "’ has no working copy.");
        }
        requireMayChange(copy, actor);
        store.dropCopy(before, copy, new Deed(actor, "article.drop", note));
    }

    boolean isDue(ArticleView live) {
        return live.workingCopy() != null
                && live.workingCopy().publishAt() != null
                && !live.workingCopy().publishAt().isAfter(clock.instant());
    }

    /** The view of an article with what its working copy says, where it has one. */
    ArticleView shown(ArticleView live) {
        if (live.workingCopy() == null) {
            return live;
        }
        return live.showing(articles.revision(live.id(), live.version()), site);
    }

    /** The draft of a working copy that somebody asks for: what belongs to the article itself is as it is there. */
    ArticleDraft draft(ArticleDraft current, ArticleDraft wanted) {
        List<Fault> faults = new ArrayList<>();
        requireSame("slug", current.slug(), wanted.slug(), faults);
        requireSame("externalRef", current.externalRef(), wanted.externalRef(), faults);
        requireSame("status", current.status(), wanted.status(), faults);
        requireSame("publishedAt", current.publishedAt(), wanted.publishedAt(), faults);
        requireSame("unpublishAt", current.unpublishAt(), wanted.unpublishAt(), faults);
        if (!faults.isEmpty()) {
            throw ProblemException.of(faults, ArticleProblem.NOT_OF_A_WORKING_COPY);
        }
        return wanted.in(current);
    }

    private static void requireSame(String member, @Nullable Object is, @Nullable Object wanted, List<Fault> faults) {
        if (wanted != null && !Objects.equals(is, wanted)) {
            faults.add(ArticleProblem.NOT_OF_A_WORKING_COPY.at(
                    "#/" + member, "belongs to the article, and not to its working copy"));
        }
    }

    /** Writes the working copy of a published article, and begins it if there is none. */
    WholeArticle write(WholeArticle before, Content content, Deed deed) {
        WorkingCopy copy = before.copy();
        if (copy == null) {
            copy = WorkingCopy.of(before.article().id, clock.instant());
        } else {
            requireMayChange(copy, deed.actor());
        }
        return store.storeCopy(before, copy, content, deed);
    }

    /** What readers get at a time that was decided, only those may change who could decide it. */
    private static void requireMayChange(WorkingCopy copy, Actor actor) {
        if (copy.publishAt != null) {
            actor.require(Permission.PUBLISH_ARTICLES);
        }
    }
}
