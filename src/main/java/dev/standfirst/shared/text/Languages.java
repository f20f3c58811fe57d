package dev.standfirst.shared.text;

import java.util.Locale;

/** Language tags (BCP 47), which are compared without regard to case. */
public final class Languages {
    private Languages() {}

    /** Spells a tag as it is stored: {@code en-GB} for {@code EN-gb}. */
    public static String canonical(String tag) {
        return Locale.forLanguageTag(tag).toLanguageTag();
    }
}
