package dev.standfirst.access;

import static dev.standfirst.access.Permission.EDIT_ANY_ARTICLE;
import static dev.standfirst.access.Permission.IMPORT;
import static dev.standfirst.access.Permission.MANAGE_KEYS;
import static dev.standfirst.access.Permission.MANAGE_PEOPLE;
import static dev.standfirst.access.Permission.MODERATE_COMMENTS;
import static dev.standfirst.access.Permission.MOVE_SITE;
import static dev.standfirst.access.Permission.PUBLISH_ARTICLES;
import static dev.standfirst.access.Permission.PURGE_ARTICLES;
import static dev.standfirst.access.Permission.READ;
import static dev.standfirst.access.Permission.READ_CHANGES;
import static dev.standfirst.access.Permission.WRITE_ARTICLES;
import static dev.standfirst.access.Permission.WRITE_AUTHORS;
import static dev.standfirst.access.Permission.WRITE_COLLECTIONS;
import static dev.standfirst.access.Permission.WRITE_REDIRECTS;
import static dev.standfirst.access.Permission.WRITE_TAGS;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a key is for. This is the table of who may do what; there is no other. */
public enum Role {
    READER(READ),
    AUTHOR(READ, WRITE_ARTICLES),
    EDITOR(
            READ,
            WRITE_ARTICLES,
            EDIT_ANY_ARTICLE,
            PUBLISH_ARTICLES,
            WRITE_TAGS,
            WRITE_AUTHORS,
            WRITE_COLLECTIONS,
            WRITE_REDIRECTS,
            READ_CHANGES),
    MODERATOR(READ, MODERATE_COMMENTS, MANAGE_PEOPLE, READ_CHANGES),
    IMPORTER(
            READ,
            WRITE_ARTICLES,
            EDIT_ANY_ARTICLE,
            PUBLISH_ARTICLES,
            WRITE_TAGS,
            WRITE_AUTHORS,
            WRITE_COLLECTIONS,
            WRITE_REDIRECTS,
            IMPORT),
    ADMIN(
            READ,
            WRITE_ARTICLES,
            EDIT_ANY_ARTICLE,
            PUBLISH_ARTICLES,
            PURGE_ARTICLES,
            WRITE_TAGS,
            WRITE_AUTHORS,
            WRITE_COLLECTIONS,
            WRITE_REDIRECTS,
            MODERATE_COMMENTS,
            MANAGE_PEOPLE,
            IMPORT,
            MOVE_SITE,
            READ_CHANGES,
            MANAGE_KEYS);

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable; the type cannot say so
    private final Set<String> permissions;

    Role(String... permissions) {
        this.permissions = Set.of(permissions);
    }

    /** Returns the roles that have the permission. */
    public static List<Role> having(String permission) {
        return Arrays.stream(values()).filter(role -> role.may(permission)).toList();
    }

    /** Says whether the role has one of the {@link Permission}s. */
    public boolean may(String permission) {
        return permissions.contains(permission);
    }

    /** All that the role has, of {@link Permission}. */
    public Set<String> permissions() {
        return permissions;
    }

    /** The name as JSON has it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
