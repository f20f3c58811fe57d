package dev.standfirst.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standfirst.access.Actor;
import dev.standfirst.article.ArticleDraft;
import dev.standfirst.article.ArticleOptions;
import dev.standfirst.article.ArticleService;
import dev.standfirst.article.related.RelatedDraft;
import dev.standfirst.article.related.RelatedService;
import dev.standfirst.author.AuthorDraft;
import dev.standfirst.author.AuthorService;
import dev.standfirst.shared.http.IfMatch;
import dev.standfirst.shared.json.Drafts;
import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Sql;
import dev.standfirst.shared.text.Ref;
import dev.standfirst.tag.TagDraft;
import dev.standfirst.tag.TagService;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/** The Harbour Review of Port Averin: stories to look at before there are any of one's own. */
@Singleton
public final class Magazine {
    private static final Logger LOG = Logger.getLogger(Magazine.class);

    private final AuthorService authors;
    private final TagService tags;
    private final ArticleService articles;
    private final RelatedService related;
    private final Queries queries;
    private final Drafts drafts;
    private final ObjectMapper mapper;
    private final Clock clock;

    Magazine(
            AuthorService authors,
            TagService tags,
            ArticleService articles,
            RelatedService related,
            Queries queries,
            Drafts drafts,
            ObjectMapper mapper,
            Clock clock) {
        this.authors = authors;
        this.tags = tags;
        this.articles = articles;
        this.related = related;
        this.queries = queries;
        this.drafts = drafts;
        this.mapper = mapper;
        this.clock = clock;
    }

    void begin(@Observes StartupEvent event) {
        if (LaunchMode.current() == LaunchMode.DEVELOPMENT && isFirstStart()) {
            load();
            LOG.info("The demonstration magazine is loaded");
        }
    }

    /** Publishes the magazine, whole or not at all; its dates are counted back from now. */
    public void load() {
        QuarkusTransaction.requiringNew().run(() -> {
            JsonNode magazine = read("magazine.json");
            Instant now = clock.instant();
            magazine.get("authors")
                    .forEach(author -> authors.create(drafts.read(author, AuthorDraft.class), Actor.system()));
            magazine.get("tags").forEach(tag -> tags.create(drafts.read(tag, TagDraft.class), Actor.system()));
            Map<String, JsonNode> links = new LinkedHashMap<>();
            magazine.get("articles").forEach(article -> {
                JsonNode items = ((ObjectNode) article).remove("related");
                String slug = publish((ObjectNode) article, now);
                if (items != null) {
                    links.put(slug, items);
                }
            });
            links.forEach(this::relate); // when all stories are there, as they link to each other
        });
    }

    private String publish(ObjectNode article, Instant now) {
        ObjectNode body = mapper.createObjectNode()
                .put("source", text(article.remove("story").asText()));
        article.set("body", body);
        if (article.has("publishedAt")) {
            Duration sinceNow = Duration.parse(article.get("publishedAt").asText());
            article.put("publishedAt", now.plus(sinceNow).toString());
        }
        return articles.create(
                        drafts.read(article, ArticleDraft.class),
                        false,
                        ArticleOptions.creatingTags(false),
                        Actor.system())
                .article()
                .slug();
    }

    private void relate(String slug, JsonNode items) {
        JsonNode draft = mapper.createObjectNode().set("items", items);
        related.replace(
                Ref.of(slug),
                IfMatch.any(),
                drafts.read(draft, RelatedDraft.class),
                new ArticleOptions.OnRelate(false, null),
                Actor.system());
    }

    /** Nothing was ever written: somebody who emptied the database wants it empty. */
    private boolean isFirstStart() {
        return queries.one(
                Sql.of("select not exists (select from change where thing_type <> 'key') is_first"),
                row -> row.flag("is_first"));
    }

    private JsonNode read(String file) {
        try {
            return mapper.readTree(text(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String file) {
        try (InputStream in = Magazine.class.getResourceAsStream("/demo/" + file)) {
            if (in == null) {
                throw new FileNotFoundException("demo/" + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
