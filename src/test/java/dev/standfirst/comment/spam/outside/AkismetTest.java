package dev.standfirst.comment.spam.outside;

import static dev.standfirst.comment.spam.Note.aNote;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.standfirst.comment.spam.Note;
import dev.standfirst.comment.spam.Reason;
import dev.standfirst.comment.spam.Settings;
import dev.standfirst.comment.spam.learned.Lesson.Verdict;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real little server on the loopback interface. */
class AkismetTest {
    private static final String KEY = "a0b1c2d3e4f5";
    private static final Note SPAM = aNote().by("Joe & Söhne").saying("Cheap pills = good + cheap");

    private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
    private final List<String> logged = new ArrayList<>();
    private final CountDownLatch ends = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            logged.add(
                    line.getMessage() + " " + (line.getParameters() == null ? List.of() : List.of(line.getParameters()))
                            + " " + line.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private HttpServer server;
    private Behaviour behaviour = exchange -> answer(exchange, 200, "false");

    private record Request(String path, String contentType, Map<String, String> form) {}

    private interface Behaviour {
        void handle(HttpExchange exchange) throws IOException, InterruptedException;
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            requests.add(new Request(
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders().getFirst("Content-Type"),
                    form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))));
            try {
                behaviour.handle(exchange);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                exchange.close();
            }
        });
        server.start();
        Logger.getLogger(Akismet.class.getName()).addHandler(handler);
    }

    @AfterEach
    void stop() {
        ends.countDown();
        server.stop(0);
        threads.shutdownNow();
        Logger.getLogger(Akismet.class.getName()).removeHandler(handler);
        assertThat(logged)
                .allSatisfy(line -> assertThat(line).doesNotContain(KEY, "ines", "192.0.2.7", "Joe", "pills"));
    }

    @Test
    void it_is_off_without_a_key_and_then_asks_nobody() {
        Akismet off = akismet("url", url());
        assertThat(off.isOn()).isFalse();
        assertThat(new OutsideLayer(off).judge(SPAM.sent())).isEmpty();
        off.teach(SPAM.sent(), Verdict.SPAM);
        assertThat(requests).isEmpty();
    }

    @Test
    void a_key_without_the_address_of_the_site_does_not_start() {
        assertThatThrownBy(() -> akismet("key", KEY).start(new StartupEvent()))
                .hasMessageContaining("standfirst.comments.akismet.site")
                .hasMessageNotContaining(KEY);
        akismet("key", KEY, "site", "https://example.org/").start(new StartupEvent());
        akismet().start(new StartupEvent());
    }

    @Test
    void ham_is_no_reason_and_all_that_is_known_is_sent() throws InterruptedException {
        assertThat(judge(SPAM.ofPage("https://joe.example/"))).isEmpty();
        Request request = requests.take();
        assertThat(request.path()).isEqualTo("/1.1/comment-check");
        assertThat(request.contentType()).startsWith("application/x-www-form-urlencoded");
        assertThat(request.form())
                .containsExactly(
                        Map.entry("api_key", KEY),
                        Map.entry("blog", "https://example.org/"),
                        Map.entry("blog_charset", "UTF-8"),
                        Map.entry("user_ip", "192.0.2.7"),
                        Map.entry("user_agent", "Mozilla/5.0"),
                        Map.entry("comment_type", "comment"),
                        Map.entry("comment_author", "Joe & Söhne"),
                        Map.entry("comment_author_email", "ines@example.org"),
                        Map.entry("comment_author_url", "https://joe.example/"),
                        Map.entry("comment_content", "Cheap pills = good + cheap"),
                        Map.entry("comment_date_gmt", "2026-03-01T12:00:00Z"));
        judge(aNote().edited().trapped("x"));
        assertThat(requests.take().form())
                .containsEntry("recheck_reason", "edit")
                .containsEntry("honeypot_field_name", "hidden_field")
                .containsEntry("hidden_field", "x");
        assertThat(judge(aNote().from("ines@example.org", null))).isEmpty();
        assertThat(requests).isEmpty();
    }

    @Test
    void spam_is_spam_and_blatant_spam_is_told_apart() {
        behaviour = exchange -> answer(exchange, 200, "true");
        assertThat(judge(SPAM)).containsExactly(new Reason("outside", 100, "spam by what other sites see"));
        behaviour = exchange -> {
            exchange.getResponseHeaders().add("X-akismet-pro-tip", "discard");
            answer(exchange, 200, "true");
        };
        assertThat(judge(SPAM)).containsExactly(new Reason("outside", 100, "blatant spam by what other sites see"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "invalid",
                "",
                "TRUE",
                "true, perhaps",
                "<html>ines@example.org a0b1c2d3e4f5</html>",
                "\u0000\uffff"
            })
    void an_answer_that_is_none_holds_the_comment(String body) {
        behaviour = exchange -> {
            exchange.getResponseHeaders().add("X-akismet-debug-help", "We do not like " + KEY + " of ines");
            answer(exchange, 200, body);
        };
        assertThat(judge(SPAM)).containsExactly(held());
        assertThat(logged).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 301, 302, 307, 400, 403, 429, 500, 503})
    void any_status_but_200_holds_the_comment_and_no_redirect_is_followed(int status) {
        behaviour = exchange -> {
            exchange.getResponseHeaders().add("Location", url() + "elsewhere");
            answer(exchange, status, "");
        };
        assertThat(judge(SPAM)).containsExactly(held());
        assertThat(requests).hasSize(1);
    }

    @Test
    void a_server_that_is_slow_to_answer_holds_the_comment_in_time() {
        behaviour = exchange -> ends.await();
        heldWithinASecond();
    }

    @Test
    void a_server_that_is_slow_to_finish_its_answer_holds_the_comment_in_time() {
        behaviour = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("tr".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            ends.await();
        };
        heldWithinASecond();
    }

    @Test
    void a_server_that_never_ends_its_answer_holds_the_comment_in_time() {
        behaviour = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] much = new byte[100_000];
            while (ends.getCount() > 0) {
                exchange.getResponseBody().write(much);
            }
        };
        heldWithinASecond();
    }

    @Test
    void a_server_that_is_dead_holds_the_comment() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Akismet dead = akismet("key", KEY, "site", "https://example.org/", "url", "http://127.0.0.1:" + port);
        assertThat(new OutsideLayer(dead).judge(SPAM.sent())).containsExactly(held());
    }

    @Test
    void an_outage_is_logged_once_and_so_is_its_end() {
        OutsideLayer layer = new OutsideLayer(on());
        behaviour = exchange -> answer(exchange, 500, "");
        layer.judge(SPAM.sent());
        layer.judge(SPAM.sent());
        assertThat(logged).singleElement().asString().contains("answers with status 500");
        behaviour = exchange -> answer(exchange, 200, "false");
        layer.judge(SPAM.sent());
        layer.judge(SPAM.sent());
        assertThat(logged).hasSize(2).last().asString().contains("answers again");
    }

    @Test
    void it_is_told_what_the_desk_decided_without_anyone_waiting() throws InterruptedException {
        behaviour = exchange -> answer(exchange, 200, "Thanks for making the web a better place.");
        Akismet akismet = on();
        akismet.teach(SPAM.sent(), Verdict.SPAM);
        assertThat(requests.poll(20, TimeUnit.SECONDS)).satisfies(request -> {
            assertThat(request.path()).isEqualTo("/1.1/submit-spam");
            assertThat(request.form())
                    .containsEntry("comment_author", "Joe & Söhne")
                    .containsEntry("api_key", KEY);
        });
        akismet.teach(aNote().sent(), Verdict.HAM);
        assertThat(requests.poll(20, TimeUnit.SECONDS))
                .satisfies(request -> assertThat(request.path()).isEqualTo("/1.1/submit-ham"));
        behaviour = exchange -> ends.await();
        long before = System.nanoTime();
        for (int i = 0; i < 5_000; i++) {
            akismet.teach(SPAM.sent(), Verdict.SPAM);
        }
        assertThat(System.nanoTime() - before).isLessThan(1_000_000_000L);
        akismet.stop(new ShutdownEvent());
    }

    private void heldWithinASecond() {
        Akismet hasty = akismet("key", KEY, "site", "https://example.org/", "url", url(), "timeout", "200ms");
        long before = System.nanoTime();
        assertThat(new OutsideLayer(hasty).judge(SPAM.sent())).containsExactly(held());
        assertThat(System.nanoTime() - before).isBetween(100_000_000L, 5_000_000_000L);
    }

    private List<Reason> judge(Note note) {
        return new OutsideLayer(on()).judge(note.sent());
    }

    private static Reason held() {
        return new Reason("outside", 50, "could not be asked");
    }

    private Akismet on() {
        // A machine that builds can be slow: only where slowness is the point, it is short.
        return akismet("key", KEY, "site", "https://example.org/", "url", url(), "timeout", "20s");
    }

    private static Akismet akismet(String... settings) {
        return new Akismet(Settings.of(AkismetSettings.class, "standfirst.comments.akismet.", settings));
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/1.1/";
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new LinkedHashMap<>();
        for (String one : body.split("&", -1)) {
            String[] parts = one.split("=", 2);
            form.put(
                    URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                    URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return form;
    }
}
