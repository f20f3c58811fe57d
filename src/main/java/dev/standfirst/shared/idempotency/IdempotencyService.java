package dev.standfirst.shared.idempotency;

import dev.standfirst.shared.sql.Turns;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Carries out what has a name once, and remembers what was answered. */
@ApplicationScoped
public class IdempotencyService {
    /** Seconds: time for an effect that is itself a row of transactions. */
    private static final int LONGEST = 600;

    private final KeptAnswers answers;
    private final Turns turns;
    private final IdempotencySettings settings;
    private final Clock clock;

    IdempotencyService(KeptAnswers answers, Turns turns, IdempotencySettings settings, Clock clock) {
        this.answers = answers;
        this.turns = turns;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Carries out the effect in this transaction and keeps its answer, or returns the answer that is kept. An effect that fails leaves
     * nothing behind.
     *
     * @param name names the request among those of all callers
     * @param fingerprint tells whether it is the same request
     * @throws dev.standfirst.shared.problem.ProblemException {@link IdempotencyProblem#IDEMPOTENCY_KEY_IN_USE} while another transaction
     *     works on it, {@link IdempotencyProblem#IDEMPOTENCY_KEY_REUSED} if it was another request
     */
    @Transactional(rollbackOn = Exception.class)
    @TransactionConfiguration(timeout = LONGEST)
    Answered answer(String name, byte[] fingerprint, Callable<Answer> effect) throws Exception {
        // Before the row is looked for, by a statement of its own: whoever gets the turn then sees what the last one
        // committed.
        if (!turns.tryTake("idempotency/" + name)) {
            throw IdempotencyProblem.IDEMPOTENCY_KEY_IN_USE
                    .because("The first request with this Idempotency-Key is still running.")
                    .withHeader(HttpHeaders.RETRY_AFTER, "1");
        }
        Optional<KeptAnswer> known = answers.lock(name);
        if (known.isPresent() && known.get().isKeptAt(clock.instant())) {
            return Answered.before(repeated(known.get(), fingerprint));
        }
        Answer answer = effect.call();
        Instant now = clock.instant();
        KeptAnswer kept = known.orElseGet(KeptAnswer::new);
        kept.name = name;
        kept.fingerprint = fingerprint;
        kept.answer = answer.kept();
        kept.keptUntil = now.plus(settings.keepFor());
        answers.persist(kept);
        answers.sweep(now);
        return Answered.now(answer);
    }

    /** Says whether an answer is kept, as far as other requests are done. */
    boolean isKept(String name) {
        return answers.isKept(name, clock.instant());
    }

    /** Deletes some of the answers that are no longer kept; says how many. */
    @Transactional
    public int sweep() {
        return answers.sweep(clock.instant());
    }

    /**
     * Counts the kept answers that hold something.
     *
     * @param patterns what it may be, as patterns of {@code like} in lower case; of the key or of the answer
     */
    public int count(String[] patterns) {
        return answers.count(patterns);
    }

    /** Forgets the kept answers that hold something, as for {@link #count}: a request that is sent again is carried out again. Says how many. */
    @Transactional
    public int forget(String[] patterns) {
        return answers.forget(patterns);
    }

    private static Answer repeated(KeptAnswer kept, byte[] fingerprint) {
        if (!Arrays.equals(kept.fingerprint, fingerprint)) {
            throw IdempotencyProblem.IDEMPOTENCY_KEY_REUSED
                    .because("This Idempotency-Key came with another request before.")
                    .with(IdempotencyProblem.IDEMPOTENCY_KEY_REUSED.inHeader(
                            IdempotencyKey.HEADER, "names another request"));
        }
        return kept.answer;
    }
}
