package dev.standfirst.comment.block;

import dev.standfirst.comment.spam.Reason;
import dev.standfirst.comment.spam.RefusingLayer;
import dev.standfirst.comment.spam.Submission;
import dev.standfirst.shared.json.Spelling;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is blocked. The lists are kept in memory, and never stale: which revision of them counts is asked each time. */
@Singleton
final class BlockLayer implements RefusingLayer {
    /** More say nothing more. */
    private static final int MOST_REASONS = 5;

    private final BlockEntries entries;
    private volatile BlockList list = BlockList.of(null, List.of());

    BlockLayer(BlockEntries entries) {
        this.entries = entries;
    }

    @Override
    public String name() {
        return "blocked";
    }

    /** It is a statement, but a tiny one; and what is turned away needs no other layer's opinion. */
    @Override
    public Cost cost() {
        return Cost.THOUGHT;
    }

    @Override
    public Finding find(Submission submission) {
        Collection<BlockList.Listed> found = current().in(submission);
        return new Finding(reasons(found), found.stream().anyMatch(listed -> listed.action() == BlockAction.REFUSE));
    }

    /** However many entries hold a comment, a moderator is to see it: only the first of them has points. */
    private List<Reason> reasons(Collection<BlockList.Listed> found) {
        List<Reason> reasons = new ArrayList<>();
        boolean isHeld = false;
        for (BlockList.Listed listed : found.stream().limit(MOST_REASONS).toList()) {
            boolean holds = listed.action() == BlockAction.HOLD;
            reasons.add(reason(listed, holds && isHeld ? 0 : holds ? Reason.HOLDS : Reason.SPAM));
            isHeld |= holds;
        }
        return reasons;
    }

    private BlockList current() {
        @Nullable UUID revision = entries.revision();
        BlockList known = list;
        if (!Objects.equals(known.revision(), revision)) {
            known = entries.all();
            list = known;
        }
        return known;
    }

    /** It names the entry, so that the desk finds it, but not the value, which can be the writer's address. */
    private Reason reason(BlockList.Listed listed, int points) {
        return new Reason(name(), points, "a blocked " + Spelling.of(listed.kind()) + ", entry " + listed.id());
    }
}
