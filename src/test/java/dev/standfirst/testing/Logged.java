package dev.standfirst.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/** What is logged, by whomever, until this is closed. */
public final class Logged implements AutoCloseable {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Handler listening = new Handler() {
        private final Formatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord line) {
            lines.add(formatter.format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    /** Begins to listen. */
    public Logged() {
        LogManager.getLogManager().getLogger("").addHandler(listening);
    }

    /** All of it, as a log would show it. */
    public String text() {
        return String.join("", lines);
    }

    @Override
    public void close() {
        LogManager.getLogManager().getLogger("").removeHandler(listening);
    }
}
