package dev.standfirst.key;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.standfirst.access.Actor;
import dev.standfirst.access.Role;
import dev.standfirst.change.Change;
import dev.standfirst.change.ChangeLog;
import dev.standfirst.shared.http.IfMatch;
import dev.standfirst.shared.json.Drafts;
import dev.standfirst.shared.json.MergePatch;
import dev.standfirst.shared.page.Page;
import dev.standfirst.shared.page.PageRequest;
import dev.standfirst.shared.problem.RequestProblem;
import dev.standfirst.shared.sql.Turns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is done with keys. */
@ApplicationScoped
public class KeyService {
    /** The id of the administrator key, the one that is there from the first start. */
    private static final UUID ADMINISTRATOR = new UUID(0, 2);

    private final Keys keys;
    private final Turns turns;
    private final ChangeLog changes;
    private final Drafts drafts;
    private final Clock clock;

    KeyService(Keys keys, Turns turns, ChangeLog changes, Drafts drafts, Clock clock) {
        this.keys = keys;
        this.turns = turns;
        this.changes = changes;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** Lists keys, the latest first; revoked ones stay. */
    public Page<KeyView> list(PageRequest page) {
        return keys.page(page);
    }

    /** Reads a key; fails with {@code not-found}. */
    public KeyView read(UUID id) {
        return keys.read(id).orElseThrow(KeyService::notFound);
    }

    /** Creates a key; fails with {@link KeyProblem#EXPIRY_IS_PAST}. */
    @Transactional
    public NewKey create(KeyDraft draft, Actor actor) {
        Instant now = clock.instant();
        requireFuture(draft.expiresAt(), now);
        Secret secret = Secret.random();
        ApiKey key = insert(UuidCreator.getTimeOrderedEpoch(), draft.name(), draft.role(), secret, now);
        key.expiresAt = draft.expiresAt();
        return new NewKey(logged("key.create", key, actor).view(), secret.text());
    }

    /** Changes a key's name or expiry; fails with {@link KeyProblem#KEY_HAS_ENDED} or {@link KeyProblem#EXPIRY_IS_PAST}. */
    @Transactional
    public KeyView patch(UUID id, IfMatch match, MergePatch<KeyChanges> patch, Actor actor) {
        ApiKey key = changeable(id, match);
        KeyChanges current = key.changeable();
        KeyChanges next = drafts.patched(current, patch, KeyChanges.class);
        if (next.equals(current)) {
            return key.view();
        }
        Instant now = clock.instant();
        requireFuture(next.expiresAt(), now);
        key.name = next.name();
        key.expiresAt = next.expiresAt();
        key.changedAt(now);
        return logged("key.update", key, actor).view();
    }

    /**
     * Gives a key a new secret. Of older ones at most the last goes on, for the grace; of two rotations made from the same version one
     * is refused, so that nobody is left with a secret that another has just replaced.
     */
    @Transactional
    public NewKey rotate(UUID id, IfMatch match, Rotation rotation, Actor actor) {
        ApiKey key = changeable(id, match);
        Secret secret = Secret.random();
        Instant now = clock.instant();
        key.rotate(secret, now, rotation.grace());
        key.changedAt(now);
        return new NewKey(logged("key.rotate", key, actor).view(), secret.text());
    }

    /**
     * Revokes a key for good, from the next request on. One that is revoked already is left as it is, whichever version the caller has
     * seen: what was asked for is so. Fails with {@link KeyProblem#LAST_ADMIN_KEY}.
     */
    @Transactional
    public void revoke(UUID id, IfMatch match, Actor actor) {
        Instant now = clock.instant();
        List<ApiKey> withAdmins = keys.lockWithAdmins(id);
        ApiKey key =
                withAdmins.stream().filter(one -> one.id.equals(id)).findFirst().orElseThrow(KeyService::notFound);
        if (key.revokedAt != null) {
            return;
        }
        match.require(key.version);
        if (key.role == Role.ADMIN && withAdmins.stream().noneMatch(other -> other != key && other.worksAt(now))) {
            throw KeyProblem.LAST_ADMIN_KEY.because("No other key with the role admin works.");
        }
        key.revokedAt = now;
        key.changedAt(now);
        logged("key.revoke", key, actor);
    }

    /** Writes down that a key was used, in a transaction of its own; no change of the key. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void noteUse(UUID id, Instant now) {
        keys.used(id, now);
    }

    /**
     * Sets the administrator key's secret. Nothing happens where this very setting was the last, so that a restart undoes neither a
     * rotation nor a revocation; a new one ends the secret before it, and brings the key back.
     */
    @Transactional
    void setAdministrator(Secret setting) {
        turns.take("administrator key");
        Instant now = clock.instant();
        Optional<ApiKey> known = keys.lock(ADMINISTRATOR);
        if (known.isEmpty()) {
            ApiKey key = insertAdministrator(setting, now);
            key.settingHash = setting.hash();
            return;
        }
        ApiKey key = known.get();
        if (Arrays.equals(key.settingHash, setting.hash())) {
            return;
        }
        key.settingHash = setting.hash();
        key.rotate(setting, now, Duration.ZERO);
        key.revokedAt = null;
        key.expiresAt = null;
        key.changedAt(now);
        logged("key.update", key, Actor.system());
    }

    /**
     * Makes the administrator key where no key has the role admin. Of several nodes that start together one does.
     *
     * @param secret makes the secret; its failure leaves everything as it is
     */
    @Transactional
    void ensureAdministrator(Supplier<Secret> secret) {
        turns.take("administrator key");
        if (!keys.hasAdmin()) {
            insertAdministrator(secret.get(), clock.instant());
        }
    }

    private ApiKey insertAdministrator(Secret secret, Instant now) {
        return logged("key.create", insert(ADMINISTRATOR, "Administrator", Role.ADMIN, secret, now), Actor.system());
    }

    private ApiKey insert(UUID id, String name, Role role, Secret secret, Instant now) {
        ApiKey key = new ApiKey();
        key.id = id;
        key.name = name;
        key.role = role;
        key.take(secret);
        key.createdAt = now;
        key.changedAt(now);
        keys.persist(key);
        return key;
    }

    private ApiKey changeable(UUID id, IfMatch match) {
        ApiKey key = keys.lock(id).orElseThrow(KeyService::notFound);
        match.require(key.version);
        if (key.revokedAt != null) {
            throw KeyProblem.KEY_HAS_ENDED.because("The key was revoked at " + key.revokedAt + ".");
        }
        return key;
    }

    private static void requireFuture(@Nullable Instant expiresAt, Instant now) {
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw KeyProblem.EXPIRY_IS_PAST
                    .because("The key would have expired at " + expiresAt + " already.")
                    .with(KeyProblem.EXPIRY_IS_PAST.at("#/expiresAt", "is not in the future"));
        }
    }

    /** Keys are nothing that a reader may have kept: a change touches no group. */
    private ApiKey logged(String action, ApiKey key, Actor actor) {
        changes.append(actor, new Change(action, key.id, key.version, Set.of()));
        return key;
    }

    private static RuntimeException notFound() {
        return RequestProblem.NOT_FOUND.because("There is no key of this id.");
    }
}
