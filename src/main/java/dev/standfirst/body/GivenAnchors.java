package dev.standfirst.body;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** Reads the id that many dialects of Markdown let a heading end with: <code>## What we did {#did}</code>. */
final class GivenAnchors extends AbstractVisitor {

    private static final Pattern GIVEN = Pattern.compile("^(.*)\\{#([\\w:.-]{1,100})}$", Pattern.DOTALL);

    static Node read(Node document) {
        document.accept(new GivenAnchors());
        return document;
    }

    @Override
    public void visit(Heading heading) {
        if (heading.getLastChild() instanceof Text text) {
            Matcher given = GIVEN.matcher(text.getLiteral());
            if (given.matches()) {
                text.setLiteral(given.group(1));
                HtmlInline anchor = new HtmlInline();
                anchor.setLiteral("<a id=\"" + given.group(2) + "\"></a>");
                heading.prependChild(anchor);
            }
        }
    }
}
