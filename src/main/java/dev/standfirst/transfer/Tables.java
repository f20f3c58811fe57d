package dev.standfirst.transfer;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;

/** Which tables an export takes, and why it leaves the others. A table that stands nowhere here fails the build. */
final class Tables {
    /** Those whose rows an export has. */
    static final Set<String> EXPORTED = Set.of(
            "article",
            "article_author",
            "article_body",
            "article_related",
            "article_revision",
            "article_tag",
            "author",
            "collection",
            "collection_edition",
            "collection_item",
            "comment",
            "comment_block",
            "comment_block_revision",
            "comment_policy",
            "comment_sender",
            "comment_thread",
            "external_reference",
            "merged_tag_name",
            "redirect",
            "revision_text",
            "spam_training",
            "spam_word",
            "tag",
            "working_copy");

    /** The others, and why. */
    static final Map<String, String> LEFT_OUT = Map.ofEntries(
            entry("api_key", "What opens one instance opens no other."),
            entry("change", "What an instance tells those who follow it: of another instance they follow another log."),
            entry("editing", "Who is editing says so again within half a minute."),
            entry(
                    "flyway_schema_history",
                    "How the database was made is no content; the first line of an export has its version."),
            entry("imported_article", "What saves time when a file is sent again to this instance."),
            entry("import_fault", "Of imports into this instance."),
            entry("import_line", "Of an import that runs."),
            entry("import_run", "Of imports into this instance."),
            entry("import_waiting", "Of an import that runs."),
            entry("kept_answer", "Answers that may be given again, for a day."),
            entry("preview", "What opens previews is signed with what an instance signs with."),
            entry("signing_key", "What an instance signs with is in no file."));

    /** The columns that are derived from the others of a row, when it is restored, and what stands there until then. */
    static final Map<String, Map<String, String>> DERIVED = Map.of(
            "article", Map.of("derived_excerpt", "", "word_count", "0", "reading_minutes", "0"),
            "article_body",
                    Map.of("html", "", "text", "", "blocks", "[]", "outline", "[]", "sources", "[]", "derivation", "0"),
            "comment", Map.of("html", "", "text", ""));

    private Tables() {}
}
