package dev.standfirst.shared.problem;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** The log of errors that are the server's own. */
public final class ErrorLog {
    private static final Logger LOG = Logger.getLogger(ErrorLog.class);

    /** What opens something to whoever knows it, where it stands in an address; no log is to have it. */
    private static final Pattern SECRET = Pattern.compile("(/pv_)[^/]*");

    private ErrorLog() {}

    /**
     * Logs an error; returns what the client is told of it, with a number by which the error is found.
     *
     * @param place where it was met: the path of a request, or a line of an import
     */
    public static String note(Throwable error, String place) {
        UUID number = UUID.randomUUID();
        LOG.errorf(error, "Error %s on %s", number, SECRET.matcher(place).replaceAll("$1…"));
        return "It is in the server's log as " + number + ".";
    }
}
