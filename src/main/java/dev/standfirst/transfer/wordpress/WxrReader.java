package dev.standfirst.transfer.wordpress;

import dev.standfirst.transfer.BrokenFileException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the elements of the channel of a file, with one of them in memory. Neither a document type nor an entity of one is looked at (OWASP, "XML
 * External Entity Prevention"); prefixes tell what an element is, for the addresses of the namespaces differ from file to file.
 */
final class WxrReader implements Closeable {
    /** How many characters an element may have with all that is in it: a post with its comments. */
    private static final int LONGEST = 24 << 20;

    /** As how many characters an element counts, or an attribute: so much memory it takes beside its text. */
    private static final int ELEMENT = 48;

    private static final int DEEPEST = 100;

    private final MeteredInput file;
    private final XmlCharacters characters;
    private final XMLStreamReader xml;
    private int size;
    private boolean isMore;

    WxrReader(InputStream file) throws IOException {
        this.file = new MeteredInput(file);
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        // Java 25 counts &amp; for an entity. Without DTDs none is longer than what it stands for, and the file is
        // metered.
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        try {
            characters = XmlCharacters.of(this.file);
            xml = factory.createXMLStreamReader(characters);
            toChannel();
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /** Reads the next event; what the parser has to hold for one has a bound. */
    private int event() throws XMLStreamException {
        file.allow(LONGEST);
        return xml.next();
    }

    private void toChannel() throws XMLStreamException, BrokenFileException {
        boolean isRss = false;
        while (xml.hasNext()) {
            if (event() == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                if (isRss && name.equals("channel")) {
                    return;
                }
                if (isRss || !name.equals("rss")) {
                    break;
                }
                isRss = true;
            }
        }
        throw new BrokenFileException("The file is no export of WordPress: it does not begin with rss and channel.");
    }

    /** Reads the next element of the channel; null at its end. */
    @Nullable
    Element next() throws IOException {
        try {
            while (xml.hasNext()) {
                int event = event();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    size = 0;
                    return element(0);
                }
                if (event == XMLStreamConstants.END_ELEMENT) {
                    toEnd();
                    return null;
                }
            }
            return null;
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /** Goes to the end of the file, or to what stands behind the channel and is none of it. */
    private void toEnd() throws XMLStreamException {
        try {
            while (!isMore && xml.hasNext()) {
                isMore = switch (event()) {
                    case XMLStreamConstants.START_ELEMENT -> true;
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> !xml.isWhiteSpace();
                    default -> false;
                };
            }
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof BrokenFileException) {
                throw e;
            }
            isMore = true;
        }
    }

    /** Whether anything stands behind the channel, once that was read. */
    boolean isMore() {
        return isMore;
    }

    /** The line that it is at. */
    long line() {
        return xml.getLocation().getLineNumber();
    }

    private Element element(int depth) throws XMLStreamException, BrokenFileException {
        int length = ELEMENT;
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
            length += ELEMENT + xml.getAttributeValue(i).length();
        }
        Element element = new Element(name(), attributes, xml.getLocation().getLineNumber());
        count(element, length);
        if (depth == DEEPEST) {
            throw new BrokenFileException("On line " + element.line() + " elements are in each other too deep.");
        }
        while (true) {
            switch (event()) {
                case XMLStreamConstants.START_ELEMENT -> element.add(element(depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    add(element, xml.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    element.readAgain(characters::ofSite);
                    return element;
                }
                default -> {
                    // comments and processing instructions say nothing
                }
            }
        }
    }

    private void add(Element element, String text) throws BrokenFileException {
        count(element, text.length());
        element.add(text);
    }

    private void count(Element element, int more) throws BrokenFileException {
        size += more;
        if (size > LONGEST) {
            throw new BrokenFileException("On line " + element.line() + " something begins that is too long.");
        }
    }

    private String name() {
        String prefix = xml.getPrefix();
        return prefix == null || prefix.isEmpty() ? xml.getLocalName() : prefix + ":" + xml.getLocalName();
    }

    private BrokenFileException broken(XMLStreamException e) {
        int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
        if (e.getNestedException() instanceof BrokenFileException broken) {
            return new BrokenFileException(broken.getMessage() + " That is on line " + line + ", or before it.");
        }
        String why = String.valueOf(e.getMessage()).replaceAll("(?s).*Message: ", "");
        return new BrokenFileException(
                "The file breaks off, or is no XML, on line " + line + ": " + why + " What came before it was taken.");
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
