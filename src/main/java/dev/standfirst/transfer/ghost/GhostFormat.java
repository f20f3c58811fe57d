package dev.standfirst.transfer.ghost;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.standfirst.transfer.FileFormat;
import dev.standfirst.transfer.ImportFormat;
import dev.standfirst.transfer.RunOptions;
import dev.standfirst.transfer.SentBytes;
import dev.standfirst.transfer.Spool;
import dev.standfirst.transfer.ThingSource;
import jakarta.inject.Singleton;
import java.io.IOException;

@Singleton
final class GhostFormat implements FileFormat {
    private final ObjectMapper mapper;

    GhostFormat(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public ImportFormat format() {
        return ImportFormat.GHOST;
    }

    @Override
    public ThingSource open(SentBytes file, RunOptions options) throws IOException {
        Spool spool = Spool.of(file);
        try {
            return new GhostFile(mapper, spool, tables(spool), options);
        } catch (IOException | RuntimeException | Error e) {
            spool.close();
            throw e;
        }
    }

    /** Of a file that breaks nothing comes in: what it says of the tags and authors of a post stands behind all posts. */
    private GhostTables tables(Spool spool) throws IOException {
        GhostTables tables = new GhostTables();
        tables.addAll(mapper, spool.open());
        return tables;
    }
}
