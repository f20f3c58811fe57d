package dev.standfirst.transfer.wordpress;

import java.util.Set;
import java.util.regex.Pattern;

/** What keeps text from some readers, by the plugins of a site: where there is any on a post, nothing of it is public. */
final class Guards {
    /** How plugins call the shortcodes and blocks in which text is for some readers alone. */
    private static final Pattern GUARD =
            Pattern.compile("member|restrict|protect|private|premium|paywall|subscri|logged|access|mepr|"
                    + "^um_|s2if|hide|hidden|paid|wlm|pmpro|(^|[-_])(un)?lock|(^|[-_])vip");

    /** Blocks of such a name that hide nothing: forms for who would subscribe, and those of a plugin called Premium Blocks. */
    private static final Pattern OPEN =
            Pattern.compile("jetpack/subscriptions|mailpoet/subscription-form-block|premium/.*");

    private Guards() {}

    /** Whether something of the post is for some readers alone, by what plugins and WordPress.com have for that. */
    static boolean isAnyOn(Element item, String content, Set<WordPressBody.Block> blocks) {
        String access = item.meta("_jetpack_newsletter_access").strip();
        return !(access.isEmpty() || access.equals("everybody"))
                || blocks.stream().map(WordPressBody.Block::name).anyMatch(Guards::isGuard)
                || Shortcodes.enclosing(content).stream().anyMatch(Guards::isGuard);
    }

    private static boolean isGuard(String name) {
        return GUARD.matcher(name).find() && !OPEN.matcher(name).matches();
    }
}
