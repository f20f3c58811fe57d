package dev.standfirst.access;

import java.util.UUID;

/** Who does something: whose key or token came with a request, or the server itself. */
public record Actor(UUID id, String name, Role role) {
    private static final Actor ANYBODY = new Actor(new UUID(-1, -1), "anybody", Role.READER);
    private static final Actor SYSTEM = new Actor(new UUID(0, 0), "system", Role.ADMIN);

    /** The server, where it acts of its own accord. Its id is the nil UUID. */
    public static Actor system() {
        return SYSTEM;
    }

    /** Whoever has no key, as the readers of a site. The id is the max UUID (RFC 9562, section 5.10). */
    public static Actor anybody() {
        return ANYBODY;
    }

    /** Says whether the actor has one of the {@link Permission}s. */
    public boolean may(String permission) {
        return role.may(permission);
    }

    /** Refuses with {@link AccessProblem#FORBIDDEN} what the actor's role does not allow. */
    public void require(String permission) {
        if (!may(permission)) {
            throw AccessProblem.forbidden(this, permission);
        }
    }
}
