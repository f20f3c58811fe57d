package dev.standfirst.comment.block;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.standfirst.access.Actor;
import dev.standfirst.change.ChangeLog;
import dev.standfirst.shared.http.IfMatch;
import dev.standfirst.shared.json.Drafts;
import dev.standfirst.shared.json.MergePatch;
import dev.standfirst.shared.page.Page;
import dev.standfirst.shared.page.PageRequest;
import dev.standfirst.shared.problem.RequestProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What is done with blocks. */
@ApplicationScoped
public class BlockService {
    private final BlockEntries entries;
    private final ChangeLog changes;
    private final Drafts drafts;
    private final Clock clock;

    BlockService(BlockEntries entries, ChangeLog changes, Drafts drafts, Clock clock) {
        this.entries = entries;
        this.changes = changes;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** Lists what is blocked, the latest first. */
    public Page<BlockView> list(BlockFilter filter, PageRequest page) {
        return entries.page(filter, page);
    }

    /** Reads a block; fails with {@code not-found}. */
    public BlockView read(UUID id) {
        return entries.read(id).orElseThrow(BlockService::notFound);
    }

    /**
     * Blocks something, from the next comment on, on all servers; fails with {@link BlockProblem#BLOCKED_ALREADY},
     * {@link BlockProblem#PATTERNS_FULL}, or what is wrong with the value.
     */
    @Transactional
    public BlockView create(BlockDraft draft, Actor actor) {
        BlockedValue value = BlockedValue.of(draft.kind(), draft.value());
        entries.takeTurn();
        if (entries.has(value)) {
            throw BlockProblem.BLOCKED_ALREADY.ofValue("is blocked already");
        }
        if (value.size() > 0 && entries.sizeOfAll() + value.size() > BlockedValue.MAX_SIZE_OF_ALL) {
            throw BlockProblem.PATTERNS_FULL.ofValue("would be one pattern too many");
        }
        Instant now = clock.instant();
        BlockEntry entry = new BlockEntry();
        entry.id = UuidCreator.getTimeOrderedEpoch();
        entry.kind = value.kind();
        entry.value = value.text();
        entry.size = value.size();
        entry.createdAt = now;
        entry.write(new BlockChanges(draft.action(), draft.note()), now);
        entries.persist(entry);
        changes.append(actor, entry.change("create"));
        return entry.view();
    }

    /** Changes what becomes of comments, or the note. */
    @Transactional
    public BlockView patch(UUID id, IfMatch match, MergePatch<BlockChanges> patch, Actor actor) {
        entries.takeTurn();
        BlockEntry entry = entries.lock(id).orElseThrow(BlockService::notFound);
        match.require(entry.version);
        BlockChanges current = entry.changeable();
        BlockChanges next = drafts.patched(current, patch, BlockChanges.class);
        if (!next.equals(current)) {
            entry.write(next, clock.instant());
            changes.append(actor, entry.change("update"));
        }
        return entry.view();
    }

    /** Deletes a block, so that comments are as welcome as without it. */
    @Transactional
    public void delete(UUID id, IfMatch match, Actor actor) {
        entries.takeTurn();
        BlockEntry entry = entries.lock(id).orElseThrow(BlockService::notFound);
        match.require(entry.version);
        entries.delete(entry);
        changes.append(actor, entry.change("delete"));
    }

    /**
     * Finds what the lists hold of a person: blocks of the address, whole or within a pattern; of one of the IP addresses, or for IPv6 of its
     * network of 64 bits; and those whose note names one of them. Wider ranges and domains are of nobody.
     *
     * @param email in any spelling
     * @param ips in text form
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<BlockView> about(String email, Collection<String> ips) {
        return Stream.of(entries.of(email, ips), entries.naming(email, ips))
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /**
     * Deletes what blocks a person, and takes away notes that name the person's addresses: all that {@link #about} finds.
     *
     * @return how many blocks that were
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int forget(String email, Collection<String> ips, Actor actor) {
        entries.takeTurn();
        List<BlockView> blocking = entries.of(email, ips);
        for (BlockView block : blocking) {
            BlockEntry entry = entries.lock(block.id()).orElseThrow();
            entries.delete(entry);
            changes.append(actor, entry.change("delete"));
        }
        entries.flush();
        List<BlockView> naming = entries.naming(email, ips);
        for (BlockView block : naming) {
            BlockEntry entry = entries.lock(block.id()).orElseThrow();
            entry.write(new BlockChanges(entry.action, null), clock.instant());
            changes.append(actor, entry.change("update"));
        }
        return blocking.size() + naming.size();
    }

    private static RuntimeException notFound() {
        return RequestProblem.NOT_FOUND.because("There is no block of this id.");
    }
}
