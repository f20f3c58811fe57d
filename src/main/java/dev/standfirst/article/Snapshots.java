package dev.standfirst.article;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standfirst.author.AuthorRef;
import dev.standfirst.body.BodyFormat;
import dev.standfirst.revision.Snapshot;
import dev.standfirst.shared.json.Spelling;
import dev.standfirst.tag.TagRef;
import jakarta.inject.Singleton;
import java.util.List;

/** Writes what an article says as revisions keep it, and reads it again. */
@Singleton
public final class Snapshots {
    private static final TypeReference<List<AuthorRef>> AUTHORS = new TypeReference<>() {};
    private static final TypeReference<List<TagRef>> TAGS = new TypeReference<>() {};
    private static final TypeReference<List<RelatedLink>> LINKS = new TypeReference<>() {};

    private final ObjectMapper writing;
    private final ObjectMapper reading;

    @SuppressWarnings("deprecation") // the builder that is the new way cannot start from the mapper that Quarkus makes
    Snapshots(ObjectMapper mapper) {
        this.writing = mapper;
        // The style writes the names of constants in lower case.
        this.reading = mapper.copy().enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS);
    }

    Snapshot of(Content content) {
        ArticleDraft draft = content.draft();
        ObjectNode members = writing.valueToTree(draft);
        members.remove("body");
        members.set(
                "custom",
                draft.custom()); // as it is: a tree that went through a writer may have other kinds of numbers
        members.set("authors", writing.valueToTree(content.authors()));
        members.set("tags", writing.valueToTree(content.tags()));
        members.set("related", writing.valueToTree(content.related()));
        BodyDraft text = draft.text();
        return new Snapshot(members, new Snapshot.Text(Spelling.of(requireNonNull(text.format())), text.source()));
    }

    Content read(Snapshot snapshot) {
        ObjectNode members = snapshot.members().deepCopy();
        List<AuthorRef> authors = read(members.remove("authors"), AUTHORS);
        List<TagRef> tags = read(members.remove("tags"), TAGS);
        List<RelatedLink> related = read(members.remove("related"), LINKS);
        try {
            ArticleDraft draft = reading.treeToValue(members, ArticleDraft.class);
            BodyDraft text = new BodyDraft(
                    Spelling.constant(snapshot.text().format(), BodyFormat.class)
                            .orElseThrow(),
                    snapshot.text().source());
            return Content.of(draft.with(text), authors, tags, related);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A revision does not hold what a release wrote", e);
        }
    }

    /** What an article said, as people are shown it. */
    public ArticleContent content(Snapshot snapshot) {
        ObjectNode members = snapshot.members().deepCopy();
        members.putObject("body")
                .put("format", snapshot.text().format())
                .put("source", snapshot.text().source());
        return reading.convertValue(members, ArticleContent.class);
    }

    private <T> T read(JsonNode node, TypeReference<T> type) {
        return reading.convertValue(node, type);
    }
}
