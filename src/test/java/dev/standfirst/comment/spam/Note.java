package dev.standfirst.comment.spam;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes submissions for tests: {@code aNote().saying("Well put.").linking("https://example.org/").sent()}. */
public final class Note {
    public static final UUID ARTICLE = UUID.fromString("0195a000-0000-7000-8000-00000000000a");
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private UUID id = UUID.randomUUID();
    private UUID article = ARTICLE;
    private String name = "Ines";
    private @Nullable String email = "ines@example.org";
    private @Nullable String url;
    private String text = "The horn of the ferry is louder than that of the pilots.";
    private List<String> links = List.of();
    private @Nullable String ip = "192.0.2.7";
    private @Nullable String userAgent = "Mozilla/5.0";
    private @Nullable String trap;
    private @Nullable String formToken;
    private boolean isEdit;
    private Instant at = NOON;

    private Note() {}

    public static Note aNote() {
        return new Note();
    }

    public Note withId(UUID anId) {
        id = anId;
        return this;
    }

    public Note below(UUID anArticle) {
        article = anArticle;
        return this;
    }

    public Note by(String aName) {
        name = aName;
        return this;
    }

    public Note from(@Nullable String anEmail, @Nullable String anIp) {
        email = anEmail;
        ip = anIp;
        return this;
    }

    public Note ofPage(String aUrl) {
        url = aUrl;
        return this;
    }

    public Note saying(String aText) {
        text = aText;
        return this;
    }

    public Note linking(String... addresses) {
        links = List.of(addresses);
        return this;
    }

    public Note trapped(String value) {
        trap = value;
        return this;
    }

    public Note inForm(String token) {
        formToken = token;
        return this;
    }

    public Note edited() {
        isEdit = true;
        return this;
    }

    public Note at(Instant moment) {
        at = moment;
        return this;
    }

    public Submission sent() {
        return new Submission(
                id, article, name, email, url, text, text, links, ip, userAgent, trap, formToken, isEdit, at);
    }
}
