package dev.standfirst.comment;

import dev.standfirst.comment.spam.Host;
import java.util.Locale;

/** How e-mail addresses are written, so that the same one is found again. */
public final class EmailAddress {
    private EmailAddress() {}

    /** Returns the address in lower case, its domain as browsers ask for it (UTS 46), without spaces around it. */
    public static String canonical(String address) {
        String text = address.strip().toLowerCase(Locale.ROOT);
        int at = text.lastIndexOf('@');
        return text.substring(0, at + 1)
                + Host.of(text.substring(at + 1)).orElse(text.substring(at + 1)); // else it is only compared
    }
}
