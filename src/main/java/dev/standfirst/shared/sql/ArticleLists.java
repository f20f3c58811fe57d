package dev.standfirst.shared.sql;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes the rows that list articles under their authors or tags, with one statement for however many articles. */
public final class ArticleLists {
    private ArticleLists() {}

    /**
     * The statement that makes the rows of articles, which are stored already, those of what they name now.
     *
     * @param table which has {@code article_id}, {@code place} from 0, and {@code published_at}: since when the article is, or will be,
     *     public; null while it is not published
     * @param thing the column of what is named
     * @param named the ids of what each article names, each once and in order, by the ids of the articles
     */
    public static Sql replace(String table, String thing, Map<UUID, List<UUID>> named) {
        return Sql.of(
                """
                with listed as (select * from unnest(?, ?, ?) row (article_id, thing, place)),
                     gone as (delete from %1$s former where article_id = any (?) and not exists
                                  (select from listed where listed.article_id = former.article_id and listed.thing = former.%2$s))
                insert into %1$s (article_id, %2$s, place, published_at)
                select id, thing, place, case when status = 'PUBLISHED' then published_at end
                from listed join article on id = listed.article_id
                on conflict (article_id, %2$s) do update set place = excluded.place, published_at = excluded.published_at
                where (%1$s.place, %1$s.published_at) is distinct from (excluded.place, excluded.published_at)""".formatted(table, thing),
                named.entrySet().stream()
                        .flatMap(list -> list.getValue().stream().map(each -> list.getKey()))
                        .toArray(UUID[]::new),
                named.values().stream().flatMap(Collection::stream).toArray(UUID[]::new),
                named.values().stream().flatMap(ArticleLists::places).toArray(Integer[]::new),
                named.keySet().toArray(UUID[]::new));
    }

    private static Stream<Integer> places(List<UUID> list) {
        return IntStream.range(0, list.size()).boxed();
    }
}
