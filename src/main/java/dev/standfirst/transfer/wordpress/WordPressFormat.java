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
            return new WordPressFile(mapper, spool, attachments(spool), options);
        } catch (IOException | RuntimeException | Error e) {
            spool.close();
            throw e;
        }
    }

    /** A file that breaks has those before; where it breaks is said by who reads its things. */
    private static Attachments attachments(Spool spool) throws IOException {
        Attachments attachments = new Attachments();
        try {
            attachments.addAll(spool.open());
        } catch (BrokenFileException | EOFException | ZipException e) {
            return attachments;
        }
        return attachments;
    }
}
