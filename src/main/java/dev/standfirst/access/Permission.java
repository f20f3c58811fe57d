package dev.standfirst.access;

/** What a role can allow; the names are constants because {@code @PermissionsAllowed} wants them so. */
public final class Permission {
    /** Read everything that management shows, but for keys and changes. */
    public static final String READ = "read";

    /** Create articles; change, submit and delete those of one's own that are not published, and keep working copies of those that are. */
    public static final String WRITE_ARTICLES = "write-articles";

    /** Do with everybody's articles what the other permissions allow with one's own. */
    public static final String EDIT_ANY_ARTICLE = "edit-any-article";

    /** Publish articles, change published ones, and take them back. */
    public static final String PUBLISH_ARTICLES = "publish-articles";

    /** Remove trashed articles for good. */
    public static final String PURGE_ARTICLES = "purge-articles";

    /** Create, change and delete tags. */
    public static final String WRITE_TAGS = "write-tags";

    /** Create, change and delete authors. */
    public static final String WRITE_AUTHORS = "write-authors";

    /** Create, change, schedule and delete collections. */
    public static final String WRITE_COLLECTIONS = "write-collections";

    /** Create, change and delete redirects. */
    public static final String WRITE_REDIRECTS = "write-redirects";

    /** Read comments of every status with their writers' addresses, decide on them, answer them, and keep lists of what is blocked. */
    public static final String MODERATE_COMMENTS = "moderate-comments";

    /** Export and erase what is stored about a person. */
    public static final String MANAGE_PEOPLE = "manage-people";

    /** Bring whole sites in, comments with their writers' addresses included. */
    public static final String IMPORT = "import";

    /** Take a whole site out, with all addresses of people, and put it back as it was. */
    public static final String MOVE_SITE = "move-site";

    /** Read who changed what. */
    public static final String READ_CHANGES = "read-changes";

    /** Read, create, change and revoke keys. */
    public static final String MANAGE_KEYS = "manage-keys";

    private Permission() {}
}
