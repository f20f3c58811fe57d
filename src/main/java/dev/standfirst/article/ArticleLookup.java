package dev.standfirst.article;

import dev.standfirst.redirect.RedirectKind;
import dev.standfirst.redirect.Slugs;
import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Sql;
import dev.standfirst.shared.text.Ref;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Finds articles that a draft of something else names. */
@Singleton
public final class ArticleLookup {
    private final Queries queries;
    private final Slugs slugs;

    ArticleLookup(Queries queries, Slugs slugs) {
        this.queries = queries;
        this.slugs = slugs;
    }

    /**
     * Finds the articles that have these slugs or ids, or else had them before, and keeps them from being deleted until the transaction ends;
     * with at most three statements, however many they are.
     *
     * @return their ids by the names; a name of none is not there
     */
    public Map<String, UUID> find(Collection<String> names) {
        Map<String, UUID> present = present(names);
        List<String> missing = names.stream()
                .map(ArticleLookup::key)
                .filter(key -> !present.containsKey(key))
                .toList();
        if (!missing.isEmpty()) {
            Map<String, UUID> formerly = slugs.formerlyOf(RedirectKind.ARTICLE, missing);
            Map<String, UUID> kept =
                    present(formerly.values().stream().map(UUID::toString).toList());
            formerly.forEach((key, id) ->
                    Optional.ofNullable(kept.get(id.toString())).ifPresent(article -> present.put(key, article)));
        }
        Map<String, UUID> found = new HashMap<>();
        names.forEach(name -> Optional.ofNullable(present.get(key(name))).ifPresent(id -> found.put(name, id)));
        return found;
    }

    /** By their slugs, and by their ids: no slug looks like one. */
    private Map<String, UUID> present(Collection<String> names) {
        Map<String, UUID> present = new HashMap<>();
        if (names.isEmpty()) {
            return present;
        }
        Sql sql = Sql.of(
                "select id, slug from article where slug = any (?) or id = any (?) order by id for key share",
                names.toArray(String[]::new),
                names.stream()
                        .map(name -> Ref.of(name).id())
                        .filter(Objects::nonNull)
                        .toArray(UUID[]::new));
        queries.list(sql, row -> Map.entry(row.text("slug"), row.uuid("id"))).forEach(article -> {
            present.put(article.getKey(), article.getValue());
            present.put(article.getValue().toString(), article.getValue());
        });
        return present;
    }

    private static String key(String name) {
        return Ref.of(name).text();
    }
}
