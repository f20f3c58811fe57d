package dev.standfirst.body;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** The second wall of comments: of what the allow-list of bodies lets through, only what comments may have. */
final class CommentHtml {

    private static final Set<String> ELEMENTS =
            Set.of("p", "br", "em", "strong", "del", "a", "blockquote", "pre", "code");

    /** Search engines are not to follow it, readers wrote it, and the page behind it gets no hold of ours, even in a new window. */
    private static final String RELATION = "nofollow ugc noopener";

    private static final Pattern OF_THE_WEB =
            Pattern.compile("\\s*https?:.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** What stands before the host, as in {@code https://bank.example@elsewhere.example/}, is there to mislead. */
    private static final Pattern WITH_USER = Pattern.compile("https?://[^/?#]*@.*", Pattern.DOTALL);

    private CommentHtml() {}

    /** Gives the body of a new document with what a comment may have of the source. Sanitising that again changes nothing. */
    static Element sanitise(String html) {
        Element comment = Sanitiser.sanitise(html);
        for (Element element : List.copyOf(comment.children().select("*"))) {
            String address = element.attr("href");
            boolean link = element.nameIs("a");
            if (!ELEMENTS.contains(element.normalName()) || (link && !isLinkable(address))) {
                element.unwrap();
                continue;
            }
            for (Attribute attribute : element.attributes().asList()) {
                element.removeAttr(attribute.getKey());
            }
            if (link) {
                element.attr("href", address).attr("rel", RELATION);
            }
        }
        return comment;
    }

    /** Says whether an address becomes a link: absolute, http or https, at a host that can be. */
    static boolean isLinkable(String written) {
        if (!OF_THE_WEB.matcher(written).matches()
                || !Characters.faultsOfText(written).isEmpty()) {
            return false;
        }
        String address = Address.ofLink(written);
        String host = address == null ? null : Address.host(address);
        return host != null
                && HostName.of(host) != null
                && !WITH_USER.matcher(address).matches();
    }
}
