package dev.standfirst.comment.block;

import dev.standfirst.comment.Spellings;
import dev.standfirst.comment.spam.Words;
import dev.standfirst.shared.page.Lists;
import dev.standfirst.shared.page.Order;
import dev.standfirst.shared.page.Page;
import dev.standfirst.shared.page.PageRequest;
import dev.standfirst.shared.sql.Queries;
import dev.standfirst.shared.sql.Row;
import dev.standfirst.shared.sql.Sql;
import dev.standfirst.shared.sql.Turns;
import inet.ipaddr.IPAddress;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every query on blocks. */
@ApplicationScoped
class BlockEntries implements PanacheRepositoryBase<BlockEntry, UUID> {
    private static final Order LATEST_FIRST = new Order("created_at", "id", Order.Kind.TIME, true);

    private final Lists lists;
    private final Queries queries;
    private final Turns turns;

    BlockEntries(Lists lists, Queries queries, Turns turns) {
        this.lists = lists;
        this.queries = queries;
        this.turns = turns;
    }

    Page<BlockView> page(BlockFilter filter, PageRequest request) {
        Sql from = Sql.of("from comment_block where true")
                .andIf("kind = ?", filter.kind() == null ? null : filter.kind().name());
        return lists.page(request, LATEST_FIRST, "comment_block.*", from, BlockEntries::view);
    }

    Optional<BlockView> read(UUID id) {
        return queries.first(Sql.of("select * from comment_block where id = ?", id), BlockEntries::view);
    }

    /**
     * Lets those take turns who change the lists, and says that the lists are others from now on. So a value is found to be there before a
     * constraint would quote it.
     */
    void takeTurn() {
        turns.take("blocks");
        getEntityManager()
                .createNativeQuery(
                        "insert into comment_block_revision (value) values (gen_random_uuid()) on conflict (id) do update set value = excluded.value")
                .executeUpdate();
    }

    Optional<BlockEntry> lock(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    boolean has(BlockedValue value) {
        return count("kind = ?1 and value = ?2", value.kind(), value.text()) > 0;
    }

    long sizeOfAll() {
        return getEntityManager()
                .createQuery("select coalesce(sum(size), 0) from BlockEntry", Long.class)
                .getSingleResult();
    }

    /** Which lists there are now; null while there was never any. Cheap enough to be asked for each comment. */
    @Nullable
    UUID revision() {
        return queries.first(Sql.of("select value from comment_block_revision"), row -> row.uuid("value"))
                .orElse(null);
    }

    /** Reads all lists with their revision, in one snapshot. */
    BlockList all() {
        Sql sql = Sql.of("""
                select revision.value revision, block.id, block.kind, block.value, block.action
                from comment_block_revision revision left join comment_block block on true""");
        List<Read> rows = queries.list(sql, Read::of);
        return BlockList.of(
                rows.isEmpty() ? null : rows.get(0).revision(),
                rows.stream().map(Read::listed).filter(Objects::nonNull).toList());
    }

    private record Read(UUID revision, BlockList.@Nullable Listed listed) {
        static Read of(Row row) throws SQLException {
            UUID id = row.uuidOrNull("id");
            return new Read(
                    row.uuid("revision"),
                    id == null
                            ? null
                            : new BlockList.Listed(
                                    id,
                                    row.constant("kind", BlockKind.class),
                                    row.text("value"),
                                    row.constant("action", BlockAction.class)));
        }
    }

    /** Finds what blocks an e-mail address or one of some IP addresses and no one else; an IPv6 address stands for its network, /64. */
    List<BlockView> of(String email, Collection<String> ips) {
        String address = compared(email);
        Sql sql = Sql.of("select * from comment_block where (kind = 'ADDRESS' and value = ?)", address)
                .then("or (kind = 'WORD' and value = ?)", BlockedValue.joined(Words.of(email)))
                .then("or (kind = 'PATTERN' and strpos(replace(lower(value), '\\', ''), ?) > 0)", address)
                // A case, since without one PostgreSQL may read as an address what is of another kind.
                .then("""
                        or case when kind = 'RANGE' then exists (
                            select 1 from unnest(cast(? as text[])) ip
                            where cast(ip as inet) <<= cast(value as inet)
                              and masklen(cast(value as inet)) >= case family(cast(value as inet)) when 4 then 32 else 64 end)
                           else false end
                        order by created_at, id""", (Object) compared(ips));
        return queries.list(sql, BlockEntries::view);
    }

    /** Finds what has a note that names an e-mail address or one of some IP addresses. */
    List<BlockView> naming(String email, Collection<String> ips) {
        Spellings spellings = Spellings.of(compared(email));
        String anyIp = Arrays.stream(compared(ips))
                .map(ip -> "(?<![\\w.:])" + Pattern.quote(ip) + "(?![\\w:]|\\.\\d)")
                .collect(Collectors.joining("|"));
        Pattern addresses = Pattern.compile(anyIp.isEmpty() ? "(?!)" : anyIp);
        Sql noted = Sql.of("select * from comment_block where note is not null order by created_at, id");
        return queries.list(noted, BlockEntries::view).stream()
                .filter(block -> block.note() != null
                        && (spellings.standIn(block.note())
                                || addresses.matcher(block.note()).find()))
                .toList();
    }

    private static String compared(String email) {
        if (email.isBlank()) {
            throw new IllegalArgumentException("Nobody's address: every text would hold it");
        }
        return BlockedValue.address(email).orElse(email);
    }

    private static String[] compared(Collection<String> ips) {
        return ips.stream()
                .flatMap(ip -> BlockedValue.range(ip).stream())
                .map(IPAddress::toCanonicalString)
                .toArray(String[]::new);
    }

    private static BlockView view(Row row) throws SQLException {
        return new BlockView(
                row.uuid("id"),
                row.constant("kind", BlockKind.class),
                row.text("value"),
                row.constant("action", BlockAction.class),
                row.textOrNull("note"),
                row.instant("created_at"),
                row.instant("updated_at"),
                row.bigint("version"));
    }
}
