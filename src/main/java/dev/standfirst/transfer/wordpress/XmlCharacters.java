package dev.standfirst.transfer.wordpress;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharsetDecoder;

/**
 * Reads text in which blanks stand for the control characters that XML cannot have (XML 1.0, section 2.2): WordPress writes them out as
 * its authors pasted them.
 */
final class XmlCharacters extends FilterReader {

    XmlCharacters(InputStream in, CharsetDecoder decoder) {
        super(new InputStreamReader(in, decoder));
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
