package dev.standfirst.article.preview;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.standfirst.access.Actor;
import dev.standfirst.access.ArticleStatus;
import dev.standfirst.article.ArticleContent;
import dev.standfirst.article.ArticleProblem;
import dev.standfirst.article.ArticleService;
import dev.standfirst.article.Snapshots;
import dev.standfirst.change.Change;
import dev.standfirst.change.ChangeLog;
import dev.standfirst.revision.Revision;
import dev.standfirst.revision.Revisions;
import dev.standfirst.shared.page.Page;
import dev.standfirst.shared.page.PageRequest;
import dev.standfirst.shared.problem.RequestProblem;
import dev.standfirst.shared.text.Ref;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Makes, lists, revokes and opens previews. */
@ApplicationScoped
public class PreviewService {
    private static final Duration LONGEST = Duration.ofDays(30);

    private final ArticleService articles;
    private final Revisions revisions;
    private final Snapshots snapshots;
    private final Previews previews;
    private final PreviewTokens tokens;
    private final ChangeLog changes;
    private final Clock clock;

    PreviewService(
            ArticleService articles,
            Revisions revisions,
            Snapshots snapshots,
            Previews previews,
            PreviewTokens tokens,
            ChangeLog changes,
            Clock clock) {
        this.articles = articles;
        this.revisions = revisions;
        this.snapshots = snapshots;
        this.previews = previews;
        this.tokens = tokens;
        this.changes = changes;
        this.clock = clock;
    }

    /** Makes a preview of an article that the actor may edit. */
    @Transactional
    public NewPreview create(Ref ref, PreviewOptions options, Actor actor) {
        var article = articles.editable(ref, actor);
        long revision = options.revision() == null ? article.version() : options.revision();
        if (!revisions.exists(article.id(), revision)) {
            throw ArticleProblem.revisionUnknown(revision);
        }
        UUID id = UuidCreator.getTimeOrderedEpoch();
        Instant now = clock.instant();
        NewPreview made =
                new NewPreview(id, article.id(), revision, tokens.path(id), now.plus(duration(options.expiresIn())));
        previews.create(made, options.note(), now, actor);
        changes.append(actor, new Change("preview.create", id, 1, Set.of()));
        return made;
    }

    private static Duration duration(String text) {
        try {
            Duration duration = Duration.parse(text);
            if (duration.compareTo(Duration.ofSeconds(1)) >= 0 && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (DateTimeException unreadable) {
            throw RequestProblem.INVALID_PARAMETER
                    .because("expiresIn cannot be read.")
                    .with(RequestProblem.INVALID_PARAMETER.inParameter(
                            "expiresIn",
                            "must be an ISO 8601 duration of days, hours, minutes and seconds, as P2D or PT1H"));
        }
        throw PreviewProblem.PREVIEW_TOO_LONG
                .because("The preview would not last between a second and 30 days.")
                .with(PreviewProblem.PREVIEW_TOO_LONG.inParameter("expiresIn", "must be at most P30D"));
    }

    /** Lists the previews of an article, the latest first, expired and revoked ones too. */
    public Page<PreviewView> list(Ref ref, PageRequest page) {
        return previews.page(articles.id(ref), page);
    }

    /** Reads a preview of an article; fails with {@code not-found}. */
    public PreviewView read(Ref ref, UUID id) {
        return read(articles.id(ref), id);
    }

    private PreviewView read(UUID article, UUID id) {
        return previews.read(article, id)
                .orElseThrow(() -> RequestProblem.NOT_FOUND.because("The article has no preview of this id."));
    }

    /** Ends a preview before its time; one that is revoked already stays so. */
    @Transactional
    public void revoke(Ref ref, UUID id, Actor actor) {
        UUID article = articles.editable(ref, actor).id();
        read(article, id);
        if (previews.revoke(article, id, clock.instant())) {
            changes.append(actor, new Change("preview.revoke", id, 2, Set.of()));
        }
    }

    /** A revision that a preview shows. */
    public record Opened(UUID article, Revision revision, ArticleContent content) {}

    /**
     * Opens the preview of a token. Fails with {@code not-found} where this site never made the token, with {@code gone} where the article
     * is purged or in the trash, and with {@link PreviewProblem}.
     */
    public Opened open(String token) {
        UUID id = tokens.read(token).orElseThrow(() -> RequestProblem.NOT_FOUND.because("There is no such preview."));
        Previews.Door preview = previews.door(id)
                .filter(door -> door.status() != ArticleStatus.TRASH)
                .orElseThrow(() -> RequestProblem.GONE.because("The article of this preview is gone."));
        if (preview.revokedAt() != null) {
            throw PreviewProblem.PREVIEW_REVOKED.because("The preview was revoked.");
        }
        if (!preview.expiresAt().isAfter(clock.instant())) {
            throw PreviewProblem.PREVIEW_EXPIRED.because("The preview has expired.");
        }
        return revisions
                .restore(preview.article(), preview.revision())
                .map(restored ->
                        new Opened(preview.article(), restored.revision(), snapshots.content(restored.snapshot())))
                .orElseThrow(() -> RequestProblem.GONE.because("The article of this preview is gone."));
    }
}
