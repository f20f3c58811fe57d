package dev.standfirst.comment;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.standfirst.article.ArticleService;
import dev.standfirst.article.LiveArticles;
import dev.standfirst.body.DerivedComment;
import dev.standfirst.comment.spam.FormToken;
import dev.standfirst.comment.spam.Judgement;
import dev.standfirst.comment.spam.SpamFilter;
import dev.standfirst.comment.spam.Submission;
import dev.standfirst.shared.idempotency.Preparation;
import dev.standfirst.shared.json.Drafts;
import dev.standfirst.shared.json.MergePatch;
import dev.standfirst.shared.rate.RateLimit;
import dev.standfirst.shared.rate.RateLimits;
import dev.standfirst.shared.rate.RatePolicy;
import dev.standfirst.shared.rate.Rates;
import dev.standfirst.shared.signature.SigningKey;
import dev.standfirst.shared.text.Ref;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * Looks at what readers send, and has it kept if it can be.
 *
 * <p>It has no transaction of its own: deriving and judging a text may take a while, and another server may be asked.
 */
@ApplicationScoped
@Startup // so that rates which make no sense end the start, and not the first comment
public class PostingService implements Preparation {
    private final CommentService comments;
    private final CommentRules rules;
    private final LiveArticles liveArticles;
    private final ArticleService articles;
    private final SpamFilter filter;
    private final Prepared prepared;
    private final EditTokens tokens;
    private final SigningKey key;
    private final Sender sender;
    private final Drafts drafts;
    private final Rates rates;
    private final CommentSettings settings;
    private final RateLimit perNetwork;
    private final RateLimit perAddress;
    private final Clock clock;

    PostingService(
            CommentService comments,
            CommentRules rules,
            LiveArticles liveArticles,
            ArticleService articles,
            SpamFilter filter,
            Prepared prepared,
            EditTokens tokens,
            SigningKey key,
            Sender sender,
            Drafts drafts,
            Rates rates,
            RateLimits limits,
            CommentSettings settings,
            Clock clock) {
        this.comments = comments;
        this.rules = rules;
        this.liveArticles = liveArticles;
        this.articles = articles;
        this.filter = filter;
        this.prepared = prepared;
        this.tokens = tokens;
        this.key = key;
        this.sender = sender;
        this.drafts = drafts;
        this.rates = rates;
        this.settings = settings;
        var rate = settings.rate();
        this.perNetwork = limits.of(new RatePolicy("network", rate.perNetwork(), rate.window()));
        this.perAddress = limits.of(new RatePolicy("address", rate.perAddress(), rate.window()));
        this.clock = clock;
    }

    /** Says what a form for comments needs to know. */
    public CommentForm form(Ref ref) {
        Instant now = clock.instant();
        var found = rules(ref, "/v1/articles/%s/comments/form", now);
        return new CommentForm(
                found.article(),
                found.areOpen(now),
                found.policy(),
                found.closesAt(),
                FormToken.write(found.article(), now, key),
                CommentDraft.MAX_LENGTH,
                settings.levels());
    }

    /** Takes a comment. The token of an earlier one speaks for its writer; one that cannot be read says nothing. */
    public OwnComment post(Ref ref, CommentDraft draft) {
        var comment = prepared.take().orElseGet(() -> prepare(ref, draft));
        return comments.add(
                comment.sent(),
                draft.parentId(),
                comment.derived(),
                comment.judgement(),
                tokens.read(sender.authorization()));
    }

    @Override
    public void prepare(Object[] parameters) {
        prepared.put(prepare(Ref.of((String) parameters[0]), (CommentDraft) parameters[1]));
    }

    private Prepared.Comment prepare(Ref ref, CommentDraft draft) {
        Instant now = clock.instant();
        var found = rules(ref, "/v1/articles/%s/comments", now);
        CommentService.requireOpen(found, now);
        String email = EmailAddress.canonical(draft.author().email());
        rates.take(perNetwork, sender.network());
        rates.take(perAddress, email);
        DerivedComment derived = CommentTexts.derived(
                "#/author", draft.author().name(), draft.author().url(), draft.body());
        requireNoAddressIn(draft.author().name(), email);
        Submission sent = new Submission(
                UuidCreator.getTimeOrderedEpoch(),
                found.article(),
                draft.author().name().strip(),
                email,
                draft.author().url(),
                draft.body(),
                derived.text(),
                derived.links(),
                sender.ip(),
                sender.userAgent(),
                draft.website(),
                draft.formToken(),
                false,
                now);
        return new Prepared.Comment(sent, derived, judged(sent));
    }

    /** Changes the text of a comment for who has its token. */
    public OwnComment edit(UUID id, MergePatch<CommentEdit> patch) {
        rates.take(perNetwork, sender.network());
        articles.catchUp();
        var own = comments.own(id, sender.authorization());
        CommentEdit edit = drafts.patched(own.edit(), patch, CommentEdit.class);
        DerivedComment derived = CommentTexts.derived("#", null, null, edit.body());
        Submission sent = new Submission(
                id,
                own.article(),
                own.name(),
                own.email(),
                own.url(),
                edit.body(),
                derived.text(),
                derived.links(),
                sender.ip(),
                sender.userAgent(),
                null,
                null,
                true,
                clock.instant());
        return comments.edit(sent, derived, judged(sent), sender.authorization());
    }

    /** Deletes a comment for who has its token. */
    public void delete(UUID id) {
        rates.take(perNetwork, sender.network());
        comments.delete(id, sender.authorization());
    }

    /** Readers who take the field of the name for that of the address would publish it. */
    private static void requireNoAddressIn(String name, String email) {
        if (EmailAddress.canonical(name).contains(email)) {
            throw CommentProblem.ADDRESS_IN_NAME
                    .because("The name holds the e-mail address.")
                    .with(CommentProblem.ADDRESS_IN_NAME.at(
                            "#/author/name", "holds the e-mail address, and would be shown"));
        }
    }

    private Judgement judged(Submission sent) {
        Judgement judgement = filter.judge(sent);
        if (judgement.refused()) {
            throw CommentProblem.COMMENT_REFUSED.because("This site does not take the comment.");
        }
        return judgement;
    }

    private CommentRules.Rules rules(Ref ref, String path, Instant now) {
        articles.catchUp();
        return rules.find(ref, now).orElseThrow(() -> liveArticles.missing(ref, path, now));
    }
}
