package dev.standfirst.article;

import dev.standfirst.redirect.Addresses;
import dev.standfirst.redirect.RedirectKind;
import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Sql;
import dev.standfirst.shared.text.Ref;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Says where a live article is, to whoever asks for it at a public address. */
@Singleton
public final class LiveArticles {
    private final Queries queries;
    private final Addresses addresses;

    LiveArticles(Queries queries, Addresses addresses) {
        this.queries = queries;
        this.addresses = addresses;
    }

    /**
     * Makes the answer where no live article is: it leads on from an old slug, or says that the article is gone, or that there never was
     * one.
     *
     * @param path the path that was asked for, with %s for the article's slug or id
     */
    public RuntimeException missing(Ref ref, String path, Instant now) {
        return addresses.missing(RedirectKind.ARTICLE, path, ref, one -> isLive(one, now), one -> wasPublic(one, now));
    }

    private boolean isLive(Ref ref, Instant now) {
        Sql sql = Sql.of("select 1 from article where")
                .then(ref.condition("article"))
                .then("and")
                .then(Live.condition(now));
        return !queries.list(sql, row -> true).isEmpty();
    }

    /** Says whether an article that is not live was public once; also of one that is purged, by the addresses it left. */
    private boolean wasPublic(Ref ref, Instant now) {
        Sql sql = Sql.of(
                        "select first_published_at is not null or (status = 'PUBLISHED' and published_at <= ?) was_public from article where",
                        now)
                .then(ref.condition("article"));
        if (ref.id() != null) {
            sql.then("""
                    union all select true from redirect where target_type = 'ARTICLE' and target_id = ?
                    and not exists (select from article where id = target_id)""", ref.id());
        }
        return queries.list(sql, row -> row.flag("was_public")).contains(true);
    }
}
