package dev.standfirst.transfer.wordpress;

import dev.standfirst.transfer.BrokenFileException;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a file in the encoding that its declaration names (XML 1.0, section 4.3.3), or in UTF-8. In it blanks stand for the control
 * characters that XML cannot have (section 2.2): WordPress writes them out as its authors pasted them.
 */
final class XmlCharacters extends FilterReader {

    /** How many bytes a declaration may have, with what stands before it. */
    private static final int DECLARATION = 4096;

    /** A declaration, and what must not stand before it, but does where a plugin of WordPress has written it. */
    private static final Pattern BEGIN = Pattern.compile("^(\\s*+(?:\u00ef\u00bb\u00bf\\s*+){0,9})(<\\?xml\\b[^>]*>)?");

    private static final Pattern ENCODING = Pattern.compile("\\bencoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");

    /** What others take for Latin-1 (WHATWG Encoding, section 4.2). */
    private static final Charset WESTERN = Charset.forName("windows-1252");

    /** The byte order mark of UTF-8, byte by byte. */
    private static final String MARK = "\u00ef\u00bb\u00bf";

    private final @Nullable SingleByteCharset site;

    /**
     * Begins to read a file.
     *
     * @throws BrokenFileException if nobody here knows the encoding
     */
    static XmlCharacters of(InputStream file) throws IOException {
        PushbackInputStream begun = new PushbackInputStream(file, DECLARATION);
        Charset encoding = encoding(begun);
        boolean isUtf8 = encoding.equals(StandardCharsets.UTF_8);
        if (!isUtf8 && (!encoding.canEncode() || encoding.newEncoder().maxBytesPerChar() > 1)) {
            return new XmlCharacters(new InputStreamReader(begun, encoding), null);
        }
        SingleByteCharset site = new SingleByteCharset(isUtf8 ? WESTERN : encoding);
        return new XmlCharacters(new MixedReader(begun, site), site);
    }

    private XmlCharacters(Reader reader, @Nullable SingleByteCharset site) {
        super(reader);
        this.site = site;
    }

    /** The text of an element, of which WordPress may have made UTF-8 as if it were Latin-1. */
    String ofSite(String text) {
        return site == null ? text : site.decodeLatin1(text);
    }

    private static Charset encoding(PushbackInputStream file) throws IOException {
        byte[] bytes = file.readNBytes(DECLARATION);
        String begin = new String(bytes, StandardCharsets.ISO_8859_1);
        Matcher matcher = BEGIN.matcher(begin);
        matcher.find(); // if nothing else, then nothing
        String declaration = matcher.group(2) == null ? "" : matcher.group(2);
        String blanks = matcher.group(1).replace(MARK, "");
        String inOrder = declaration + blanks + begin.substring(matcher.end());
        file.unread(inOrder.getBytes(StandardCharsets.ISO_8859_1)); // with as many lines
        // A byte order mark of UTF-16, or how its declaration begins (XML 1.0, appendix F).
        if (begin.startsWith("\u00fe\u00ff") || begin.startsWith("\u00ff\u00fe")) {
            return StandardCharsets.UTF_16;
        }
        if (begin.startsWith("<\0") || begin.startsWith("\0<")) {
            return begin.startsWith("<") ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        }
        Matcher declared = ENCODING.matcher(declaration);
        if (matcher.group(1).contains(MARK) || !declared.find()) {
            return StandardCharsets.UTF_8;
        }
        String name = declared.group(1);
        if (!Charset.isSupported(name)) {
            throw new BrokenFileException("Nobody here knows the encoding ‘" + name + "’ of the file.");
        }
        Charset encoding = Charset.forName(name);
        if (encoding.equals(StandardCharsets.ISO_8859_1) || encoding.equals(StandardCharsets.US_ASCII)) {
            return WESTERN;
        }
        // A declaration that could be read byte by byte is not in UTF-16 or UTF-32.
        return encoding.name().startsWith("UTF") ? StandardCharsets.UTF_8 : encoding;
    }

    @Override
    public int read() throws IOException {
        int character = super.read();
        return character < 0 ? character : allowed((char) character);
    }

    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
        int read = super.read(buffer, from, length);
        for (int i = from; i < from + read; i++) {
            buffer[i] = allowed(buffer[i]);
        }
        return read;
    }

    private static char allowed(char character) {
        boolean isControl = character < ' ' && character != '\t' && character != '\n' && character != '\r';
        return isControl || character == '\ufffe' || character == '\uffff' ? ' ' : character;
    }
}
