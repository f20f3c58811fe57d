package dev.standfirst.database;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says as whom the programs of PostgreSQL run, which refuse to run as root.
 *
 * <p>An ordinary user runs them as itself. Root runs them in a user namespace, in which it is nobody, or as another
 * user where that is forbidden, as in most containers; the files then have to belong to that user.
 */
final class ServerAccount {

    private static final ServerAccount OWN = new ServerAccount(null, UnaryOperator.identity());

    private final @Nullable UserPrincipal owner;
    private final UnaryOperator<List<String>> disguise;

    private ServerAccount(@Nullable UserPrincipal owner, UnaryOperator<List<String>> disguise) {
        this.owner = owner;
        this.disguise = disguise;
    }

    /**
     * Finds an account that can reach the folder and run the given program there.
     *
     * @throws ConfigurationException if there is none
     */
    static ServerAccount find(Path home, Path program) throws IOException, InterruptedException {
        // On Windows pg_ctl and initdb lay down an administrator's rights by themselves.
        if (Binaries.onWindows() || !System.getProperty("user.name", "").equals("root")) {
            return OWN;
        }
        for (ServerAccount account : List.of(inUserNamespace(home), asOrdinaryUser(home))) {
            account.take(home);
            if (account.canRun(program)) {
                return account;
            }
        }
        throw new ConfigurationException(
                "PostgreSQL does not run as root, and neither in a user namespace (unshare) nor"
                        + " as another user (su) can it use " + home + ": start Standfirst as an ordinary user");
    }

    private static ServerAccount inUserNamespace(Path home) throws IOException {
        return new ServerAccount(
                user(home, "root"),
                command -> Stream.concat(Stream.of("unshare", "-U"), command.stream())
                        .toList());
    }

    /** Chooses the nearest owner of a folder above who is not root, and so can surely reach this one; else nobody. */
    private static ServerAccount asOrdinaryUser(Path home) throws IOException {
        UserPrincipal user = user(home, "nobody");
        for (Path above = home.getParent(); above != null; above = above.getParent()) {
            if (!Files.getOwner(above).equals(user(home, "root"))) {
                user = Files.getOwner(above);
                break;
            }
        }
        String name = user.getName();
        return new ServerAccount(
                user, command -> List.of("su", "-s", "/bin/sh", name, "-c", "exec " + quoted(command)));
    }

    private static String quoted(List<String> command) {
        return command.stream()
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }

    private static UserPrincipal user(Path home, String name) throws IOException {
        return home.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name);
    }

    private boolean canRun(Path program) throws InterruptedException {
        try {
            Process process = command(List.of(program.toString(), "--version"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }

    /** Prepares a command to be run by this account. */
    ProcessBuilder command(List<String> command) {
        return new ProcessBuilder(disguise.apply(command));
    }

    /** Gives this account a folder with all that is in it. */
    void takeAll(Path folder) throws IOException {
        if (owner == null) {
            return;
        }
        List<Path> paths;
        try (Stream<Path> tree = Files.walk(folder)) {
            paths = tree.toList();
        }
        for (Path path : paths) {
            take(path);
        }
    }

    private void take(Path path) throws IOException {
        FileOwnerAttributeView view =
                Files.getFileAttributeView(path, FileOwnerAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (owner != null && !owner.equals(view.getOwner())) {
            view.setOwner(owner);
        }
    }
}
