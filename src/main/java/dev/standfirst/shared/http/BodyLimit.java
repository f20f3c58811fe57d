package dev.standfirst.shared.http;

import dev.standfirst.shared.problem.RequestProblem;
import io.quarkus.arc.ClientProxy;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Refuses a body of more than 2 MiB: by its announced length before anything is read, or, where none is announced, once it has become too
 * long. Files of an import are not held in memory, and may have any length.
 */
@Provider
public class BodyLimit implements ReaderInterceptor {
    private static final long BYTES = 2L << 20;

    private static final String FILES = "/v1/manage/imports";

    private final HttpServerRequest request;

    BodyLimit(HttpServerRequest request) {
        this.request = request;
    }

    static boolean isExceededBy(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH); // the server has refused what is no number
        return length != null && Long.parseLong(length) > BYTES && !isFile(request);
    }

    private static boolean isFile(HttpServerRequest request) {
        return request.path().equals(FILES) || request.path().startsWith(FILES + "/");
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (!isFile(request)) {
            context.setInputStream(new Limited(context.getInputStream()));
        }
        return context.proceed();
    }

    private final class Limited extends FilterInputStream {
        private long left = BYTES;

        Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int octet = super.read();
            count(octet < 0 ? 0 : 1);
            return octet;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count(read);
            return read;
        }

        private void count(int read) {
            left -= Math.max(read, 0);
            if (left < 0) {
                LingeringClose.after(ClientProxy.unwrap(request)); // it goes on when this request is over
                RequestProblem type = RequestProblem.CONTENT_TOO_LARGE;
                throw type.because(type.meaning());
            }
        }
    }
}
