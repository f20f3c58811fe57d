package dev.standfirst.revision;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdDictDecompress;

/**
 * A text as what differs from another: a Zstandard frame (RFC 8878) with that other text as its dictionary. Where two texts share all but a
 * word, that is some tens of bytes.
 */
final class TextDelta {
    private static final int LEVEL = 3;

    private TextDelta() {}

    // A dictionary without Zstandard's magic number is taken as content (RFC 8878, section 5); no UTF-8 begins with
    // that number.
    static byte[] between(String base, String text) {
        return Zstd.compressUsingDict(text.getBytes(UTF_8), base.getBytes(UTF_8), LEVEL);
    }

    static String applied(String base, byte[] delta) {
        try (var dictionary = new ZstdDictDecompress(base.getBytes(UTF_8))) {
            return new String(
                    Zstd.decompress(delta, dictionary, Math.toIntExact(Zstd.getFrameContentSize(delta))), UTF_8);
        }
    }
}
