package dev.standfirst.comment.person;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.standfirst.access.Actor;
import dev.standfirst.change.Change;
import dev.standfirst.change.ChangeLog;
import dev.standfirst.comment.EmailAddress;
import dev.standfirst.comment.ErasureService;
import dev.standfirst.comment.Spellings;
import dev.standfirst.comment.block.BlockService;
import dev.standfirst.comment.block.BlockView;
import dev.standfirst.shared.idempotency.IdempotencyService;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Hands out and erases all that is stored about a person.
 *
 * <p>An address is in {@code comment_sender}, it may be in the words of any comment, in the block lists, and, for as long as answers are
 * kept to be given again, in those. Nowhere else is one stored; a test erases somebody and looks into each column of each table.
 */
@ApplicationScoped
public class PersonService {
    /** Seconds: a person may have written ten thousand comments. */
    private static final int LONGEST = 600;

    private final PersonalData data;
    private final ErasureService comments;
    private final BlockService blocks;
    private final IdempotencyService answers;
    private final ChangeLog changes;

    PersonService(
            PersonalData data,
            ErasureService comments,
            BlockService blocks,
            IdempotencyService answers,
            ChangeLog changes) {
        this.data = data;
        this.comments = comments;
        this.blocks = blocks;
        this.answers = answers;
        this.changes = changes;
    }

    /** Hands out all that is stored about a person. The log says that somebody asked, and not about whom. */
    @Transactional
    public PersonExport export(Person person, Actor actor) {
        Found found = find(person.email());
        log("person.export", actor);
        return new PersonExport(
                found.email, data.written(found.email), found.mentions, found.blocks, answers.count(found.inAnswers()));
    }

    /** Erases a person, whole or not at all. The log says that somebody was erased, and not who. */
    @Transactional
    @TransactionConfiguration(timeout = LONGEST)
    public ErasureResult erase(Erasure erasure, boolean dryRun, Actor actor) {
        Found found = find(erasure.email());
        if (dryRun) {
            return new ErasureResult(
                    true,
                    found.comments.size(),
                    found.mentions.size(),
                    found.blocks.size(),
                    answers.count(found.inAnswers()));
        }
        int kept = answers.forget(found.inAnswers());
        comments.erase(
                found.comments, found.mentions, erasure.mode() == Erasure.Mode.ANONYMISE, found.spellings, actor);
        int blocked = blocks.forget(found.email, found.ips, actor);
        log("person.erase", actor);
        return new ErasureResult(false, found.comments.size(), found.mentions.size(), blocked, kept);
    }

    private Found find(String written) {
        String email = EmailAddress.canonical(written);
        Spellings spellings = Spellings.of(written);
        List<String> ips = data.ips(email);
        return new Found(
                email, spellings, data.comments(email), data.mentions(email, spellings), ips, blocks.about(email, ips));
    }

    /** Where a person is found. */
    private record Found(
            String email,
            Spellings spellings,
            List<UUID> comments,
            List<UUID> mentions,
            List<String> ips,
            List<BlockView> blocks) {

        /** What kept answers hold that are about the person: the address, an IP address, or the id of a comment or block. */
        String[] inAnswers() {
            Stream<?> named = Stream.of(
                            comments,
                            mentions,
                            ips,
                            blocks.stream().map(BlockView::id).toList())
                    .flatMap(List::stream);
            return Stream.concat(Stream.of(spellings.patterns()), named.map(one -> "%" + one + "%"))
                    .toArray(String[]::new);
        }
    }

    private void log(String action, Actor actor) {
        changes.append(actor, new Change(action, UuidCreator.getTimeOrderedEpoch(), 1, Set.of("people")));
    }
}
