package dev.standfirst.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.commonmark.node.Node;
import org.jsoup.nodes.Element;

/**
 * Derives everything about the text of a comment, and checks what else readers write.
 *
 * <p>The text is plain, with a part of Markdown: paragraphs, {@code *emphasis*}, {@code **strong**}, {@code ~~deleted~~}, quotes, code
 * in backticks and fences, {@code [links](https://…)} and bare addresses. All other marks, HTML among them, are the characters they
 * are, and a line break is kept.
 */
public final class CommentText {

    private CommentText() {}

    /**
     * Derives a comment. The same source always gives the same result, and work and depth are bounded for any.
     *
     * @throws FaultyTextException where it is one that is not taken: with control characters or such as override directions, quotes
     *     nested deeper than {@value CommentMarkdown#MAX_QUOTES}, a link to a host that is made to look like another, or nothing to see
     */
    public static DerivedComment derive(String source) throws FaultyTextException {
        List<TextFault> faults = new ArrayList<>(Characters.faultsOfText(source));
        Node document = CommentMarkdown.parse(source);
        if (CommentMarkdown.isTooDeep(document)) {
            faults.add(new TextFault(TextFault.Kind.QUOTES_TOO_DEEP, String.valueOf(CommentMarkdown.MAX_QUOTES)));
            throw new FaultyTextException(faults);
        }
        Element comment = CommentHtml.sanitise(CommentMarkdown.toHtml(document));
        String text = PlainText.of(comment);
        List<String> links = comment.select("a[href]").eachAttr("href");
        links.stream().distinct().flatMap(CommentText::homographs).distinct().forEach(faults::add);
        if (!Characters.showAnything(text)) {
            faults.add(new TextFault(TextFault.Kind.EMPTY, ""));
        }
        if (!faults.isEmpty()) {
            throw new FaultyTextException(faults);
        }
        return new DerivedComment(Html.print(comment), text, links);
    }

    /** Says what is wrong with a name that a reader gives: it is one line, and has a letter or digit. None, where nothing is. */
    public static List<TextFault> faultsOfName(String name) {
        return Characters.faultsOfName(name);
    }

    /** Says what is wrong with the host of an address that a reader gives; none, where nothing is, or it has no host. */
    public static List<TextFault> faultsOfAddress(String address) {
        return homographs(address).toList();
    }

    private static Stream<TextFault> homographs(String address) {
        return Stream.ofNullable(Address.host(address))
                .map(HostName::of)
                .filter(Objects::nonNull)
                .filter(HostName::isHomograph)
                .map(host -> new TextFault(TextFault.Kind.HOMOGRAPH_HOST, host.ascii()));
    }
}
