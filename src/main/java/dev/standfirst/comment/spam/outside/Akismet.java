package dev.standfirst.comment.spam.outside;

import dev.standfirst.comment.spam.Submission;
import dev.standfirst.comment.spam.learned.Lesson.Verdict;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to Akismet: {@code comment-check}, {@code submit-spam} and {@code submit-ham} of its REST API 1.1.
 *
 * <p>It follows no redirect, since what it sends is for nobody else. Neither the key nor anything of a comment is ever logged.
 */
@Singleton
final class Akismet implements OutsideChecker {
    private static final Logger LOG = Logger.getLogger(Akismet.class);
    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(1);
    private static final String THANKS = "Thanks for making the web a better place.";

    /** All answers are shorter. */
    private static final int LONGEST_ANSWER = 100;

    /** So many decisions wait to be told at most; a desk that decides on more at once has them learned here all the same. */
    private static final int UNTOLD = 2_000;

    private static final String TRAP = "hidden_field";

    private final AkismetSettings settings;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECTS_WITHIN)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final ThreadPoolExecutor teller = new ThreadPoolExecutor(
            1, 1, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(UNTOLD), Akismet::thread, (task, all) -> {});

    /** What was logged last: an outage is told once, and not with every comment. */
    private final AtomicReference<String> trouble = new AtomicReference<>("");

    Akismet(AkismetSettings settings) {
        this.settings = settings;
        teller.allowCoreThreadTimeOut(true);
    }

    void start(@Observes StartupEvent event) {
        if (settings.key().isPresent() && settings.site().isEmpty()) {
            throw new IllegalStateException(
                    "standfirst.comments.akismet.key is set: set standfirst.comments.akismet.site to the address of the site's front page too");
        }
    }

    void stop(@Observes ShutdownEvent event) {
        teller.shutdownNow();
    }

    @Override
    public boolean isOn() {
        return settings.key().isPresent();
    }

    @Override
    public Answer check(Submission submission) throws CheckerException {
        try {
            Answer answer = answer(post("comment-check", submission));
            if (!trouble.getAndSet("").isEmpty()) {
                LOG.info("Akismet answers again");
            }
            return answer;
        } catch (CheckerException e) {
            tellTrouble(e);
            throw e;
        }
    }

    @Override
    public void teach(Submission submission, Verdict verdict) {
        if (!isOn()) {
            return;
        }
        teller.execute(() -> {
            try {
                Told told = post(verdict == Verdict.SPAM ? "submit-spam" : "submit-ham", submission);
                if (!told.body().equals(THANKS)) {
                    throw new CheckerException("does not take what it is told");
                }
            } catch (CheckerException e) {
                tellTrouble(e);
            }
        });
    }

    private void tellTrouble(CheckerException e) {
        String reason = String.valueOf(e.getMessage());
        if (!trouble.getAndSet(reason).equals(reason)) {
            LOG.warnf("Akismet %s; comments that it is not asked about wait for a moderator", reason);
        }
    }

    private static Answer answer(Told told) throws CheckerException {
        return switch (told.body()) {
            case "true" -> "discard".equals(told.proTip()) ? Answer.BLATANT_SPAM : Answer.SPAM;
            case "false" -> Answer.HAM;
            case "invalid" -> throw new CheckerException("says that the key or the request is invalid");
            default -> throw new CheckerException("gives an answer that is none");
        };
    }

    /** What it answered: its body, and the header that tells blatant spam. */
    private record Told(String body, @Nullable String proTip) {}

    private Told post(String call, Submission submission) throws CheckerException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        CompletableFuture<HttpResponse<Void>> sent = client.sendAsync(
                request(call, submission),
                HttpResponse.BodyHandlers.ofByteArrayConsumer(part -> part.ifPresent(bytes -> body.write(
                        bytes, 0, Math.min(bytes.length, LONGEST_ANSWER - Math.min(LONGEST_ANSWER, body.size()))))));
        try {
            HttpResponse<Void> response = sent.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() != 200) {
                throw new CheckerException("answers with status " + response.statusCode());
            }
            return new Told(
                    body.toString(StandardCharsets.UTF_8).strip(),
                    response.headers().firstValue("X-akismet-pro-tip").orElse(null));
        } catch (TimeoutException e) {
            throw new CheckerException("does not answer within " + settings.timeout());
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new CheckerException("cannot be reached: " + cause.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CheckerException("was not waited for");
        } finally {
            sent.cancel(true);
        }
    }

    private HttpRequest request(String call, Submission submission) {
        String base = settings.url().toString();
        String form = parameters(submission).entrySet().stream()
                .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(URI.create(base.endsWith("/") ? base + call : base + "/" + call))
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .header("User-Agent", "Standfirst")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
    }

    private Map<String, String> parameters(Submission submission) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("api_key", settings.key().orElseThrow());
        all.put("blog", settings.site().orElseThrow().toString());
        all.put("blog_charset", "UTF-8");
        put(all, "user_ip", submission.ip());
        put(all, "user_agent", submission.userAgent());
        all.put("comment_type", "comment");
        all.put("comment_author", submission.name());
        put(all, "comment_author_email", submission.email());
        put(all, "comment_author_url", submission.url());
        all.put("comment_content", submission.source());
        all.put(
                "comment_date_gmt",
                submission.at().truncatedTo(ChronoUnit.SECONDS).toString());
        if (submission.isEdit()) {
            all.put("recheck_reason", "edit");
        }
        if (submission.trap() != null && !submission.trap().isBlank()) {
            all.put("honeypot_field_name", TRAP);
            all.put(TRAP, submission.trap());
        }
        return all;
    }

    private static void put(Map<String, String> all, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            all.put(name, value);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "akismet");
        thread.setDaemon(true);
        return thread;
    }
}
