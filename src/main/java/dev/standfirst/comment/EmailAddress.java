package dev.standfirst.comment;

import java.net.IDN;
import java.util.Locale;

/** How e-mail addresses are written, so that the same one is found again. */
public final class EmailAddress {
    private EmailAddress() {}

    /** Returns the address in lower case, its domain in ASCII (RFC 5890), without spaces around it. */
    public static String canonical(String address) {
        String text = address.strip().toLowerCase(Locale.ROOT);
        int at = text.lastIndexOf('@');
        try {
            return text.substring(0, at + 1) + IDN.toASCII(text.substring(at + 1), IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException e) {
            return text; // no domain of the Internet: it is only compared
        }
    }
}
