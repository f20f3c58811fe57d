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
import dev.standfirst.change.LoggedChange;
import dev.standfirst.revision.Revision;
import dev.standfirst.revision.Revisions;
import dev.standfirst.shared.page.Lists;
import dev.standfirst.shared.page.Order;
import dev.standfirst.shared.page.Page;
import dev.standfirst.shared.page.PageRequest;
import dev.standfirst.shared.problem.ProblemException;
import dev.standfirst.shared.problem.RequestProblem;
import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Row;
import dev.standfirst.shared.sql.Sql;
import dev.standfirst.shared.text.Ref;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes, lists, revokes and opens previews. */
@ApplicationScoped
public class PreviewService {
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final Order LATEST_FIRST = new Order("created_at", "id", Order.Kind.TIME, true);

    private final ArticleService articles;
    private final Revisions revisions;
    private final Snapshots snapshots;
    private final PreviewTokens tokens;
    private final EntityManager entities;
    private final Queries queries;
    private final Lists lists;
    private final ChangeLog changes;
    private final Clock clock;

    PreviewService(
            ArticleService articles,
            Revisions revisions,
            Snapshots snapshots,
            PreviewTokens tokens,
            EntityManager entities,
            Queries queries,
            Lists lists,
            ChangeLog changes,
            Clock clock) {
        this.articles = articles;
        this.revisions = revisions;
        this.snapshots = snapshots;
        this.tokens = tokens;
        this.entities = entities;
        this.queries = queries;
        this.lists = lists;
        this.changes = changes;
        this.clock = clock;
    }

    /** Makes a preview of an article that the actor may edit. */
    @Transactional
    public NewPreview create(Ref ref, PreviewOptions options, Actor actor) {
        var article = articles.editable(ref, actor);
        long revision = options.revision() == null ? article.version() : options.revision();
        if (revisions.restore(article.id(), revision).isEmpty()) {
            throw ArticleProblem.REVISION_UNKNOWN.because("The article has no revision " + revision + ".");
        }
        UUID id = UuidCreator.getTimeOrderedEpoch();
        Instant now = clock.instant();
        Instant expiresAt = now.plus(duration(options.expiresIn()));
        entities.createNativeQuery("""
                        insert into preview (id, article_id, revision, note, created_at, created_by, created_by_name, expires_at)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)""")
                .setParameter(1, id)
                .setParameter(2, article.id())
                .setParameter(3, revision)
                .setParameter(4, options.note())
                .setParameter(5, now)
                .setParameter(6, actor.id())
                .setParameter(7, actor.name())
                .setParameter(8, expiresAt)
                .executeUpdate();
        changes.append(actor, new Change("preview.create", id, 1, Set.of()));
        return new NewPreview(id, article.id(), revision, tokens.path(id), expiresAt);
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
        return lists.page(page, LATEST_FIRST, "*", of(articles.id(ref)), PreviewService::view);
    }

    /** Reads a preview of an article; fails with {@code not-found}. */
    public PreviewView read(Ref ref, UUID id) {
        return queries.first(Sql.of("select *").then(of(articles.id(ref))).then("and id = ?", id), PreviewService::view)
                .orElseThrow(PreviewService::notFound);
    }

    private static Sql of(UUID article) {
        return Sql.of("from preview where article_id = ?", article);
    }

    private static PreviewView view(Row row) throws SQLException {
        return new PreviewView(
                row.uuid("id"),
                row.bigint("revision"),
                row.textOrNull("note"),
                row.instant("created_at"),
                new LoggedChange.Who(row.uuid("created_by"), row.text("created_by_name")),
                row.instant("expires_at"),
                row.instantOrNull("revoked_at"));
    }

    private static ProblemException notFound() {
        return RequestProblem.NOT_FOUND.because("The article has no preview of this id.");
    }

    /** Ends a preview before its time; one that is revoked already stays so. */
    @Transactional
    public void revoke(Ref ref, UUID id, Actor actor) {
        UUID article = articles.editable(ref, actor).id();
        int revoked = entities.createNativeQuery(
                        "update preview set revoked_at = ?1 where id = ?2 and article_id = ?3 and revoked_at is null")
                .setParameter(1, clock.instant())
                .setParameter(2, id)
                .setParameter(3, article)
                .executeUpdate();
        if (revoked > 0) {
            changes.append(actor, new Change("preview.revoke", id, 2, Set.of()));
        } else if (stored(id)
                .filter(preview -> preview.article().equals(article))
                .isEmpty()) {
            throw notFound();
        }
    }

    private record Stored(
            UUID article,
            long revision,
            ArticleStatus status,
            Instant expiresAt,
            @Nullable Instant revokedAt) {}

    private Optional<Stored> stored(UUID id) {
        Sql sql = Sql.of("""
                select article_id, revision, status, expires_at, revoked_at
                from preview join article on article.id = article_id where preview.id = ?""", id);
        return queries.first(
                sql,
                row -> new Stored(
                        row.uuid("article_id"),
                        row.bigint("revision"),
                        row.constant("status", ArticleStatus.class),
                        row.instant("expires_at"),
                        row.instantOrNull("revoked_at")));
    }

    /** A revision that a preview shows. */
    public record Opened(UUID article, Revision revision, ArticleContent content) {}

    /**
     * Opens the preview of a token. Fails with {@code not-found} where this site never made the token, with {@code gone} where the article
     * is purged or in the trash, and with {@link PreviewProblem}.
     */
    public Opened open(String token) {
        UUID id = tokens.read(token).orElseThrow(() -> RequestProblem.NOT_FOUND.because("There is no such preview."));
        Stored preview = stored(id)
                .filter(stored -> stored.status() != ArticleStatus.TRASH)
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
