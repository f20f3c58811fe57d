package dev.standfirst.transfer.wordpress;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.standfirst.transfer.BrokenFileException;
import dev.standfirst.transfer.FileFormat;
import dev.standfirst.transfer.ImportFormat;
import dev.standfirst.transfer.RunOptions;
import dev.standfirst.transfer.SentBytes;
import dev.standfirst.transfer.Spool;
import dev.standfirst.transfer.ThingSource;
import jakarta.inject.Singleton;
import java.io.EOFException;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.zip.ZipException;

@Singleton
final class WordPressFormat implements FileFormat {
    private final ObjectMapper mapper;

    WordPressFormat(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public ImportFormat format() {
        return ImportFormat.WORDPRESS;
    }

    @Override
    public ThingSource open(SentBytes file, RunOptions options) throws IOException {
        Spool spool = Spool.of(file);
        try {
            Attachments attachments = new Attachments();
            ReusableBlocks blocks = new ReusableBlocks(mapper);
            boolean isWhole = read(spool, item -> {
                attachments.add(item);
                blocks.add(item);
            });
            return new WordPressFile(mapper, spool, attachments, blocks, isWhole, options);
        } catch (IOException | RuntimeException | Error e) {
            spool.close();
            throw e;
        }
    }

    /** Reads what posts refer to, as far as the file can be read; returns whether that is to its end. Where it breaks is said by who reads its things. */
    private static boolean read(Spool spool, Consumer<Element> each) throws IOException {
        try (WxrReader wxr = new WxrReader(spool.open())) {
            for (Element element = wxr.next(); element != null; element = wxr.next()) {
                each.accept(element);
            }
            return true;
        } catch (BrokenFileException | EOFException | ZipException e) {
            return false;
        }
    }
}
