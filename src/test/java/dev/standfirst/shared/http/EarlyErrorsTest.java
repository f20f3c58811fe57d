package dev.standfirst.shared.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.shared.http.RawHttp.Answer;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class EarlyErrorsTest {
    private static final int LIMIT = 2 << 20;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nope",
                "/v1/nope",
                "/../etc/passwd",
                "/v1/../nope",
                "/problems%2Fnot-found",
                "/q/nope",
                "/v1/probe/nope",
                "/v1/articles/",
                "/v1/articles//",
                "/v1/articles/%2e/",
                "/v1/articles/a-story/",
                "/v1/probe/parameters/",
                "/problems/"
            })
    void an_unknown_address_is_not_found(String target) throws IOException {
        answersAsAProblem(RawHttp.get(target), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%zz",
                "/%",
                "/v1/articles/%4",
                "/v1/articles/%00",
                "/v1/articles/%ff",
                "/a;b=c",
                "/ä",
                "/a|b",
                "/a#b"
            })
    void a_malformed_path_is_refused(String target) throws IOException {
        answersAsAProblem(RawHttp.get(target), 400, "bad-request");
    }

    @Test
    void a_malformed_path_does_not_spoil_the_connection_of_others() throws IOException {
        answersAsAProblem(RawHttp.get("/%zz"), 400, "bad-request");
        assertThat(RawHttp.get("/v1/probe/parameters").status()).isEqualTo(200);
    }

    @Test
    void a_request_line_that_is_too_long_is_refused() throws IOException {
        answersAsAProblem(RawHttp.get("/" + "a".repeat(5_000)), 414, "uri-too-long");
        answersAsAProblem(RawHttp.get("/" + "a".repeat(500_000)), 414, "uri-too-long");
    }

    @Test
    void headers_that_are_too_large_are_refused() throws IOException {
        Answer answer =
                RawHttp.send("GET /v1/probe/parameters HTTP/1.1", "Host: localhost", "X: " + "a".repeat(30_000));
        answersAsAProblem(answer, 431, "headers-too-large");
        assertThat(answer.json().path("instance").asText()).isEqualTo("/v1/probe/parameters");
    }

    @Test
    void what_is_not_http_is_refused() throws IOException {
        answersAsAProblem(RawHttp.send("hello"), 400, "bad-request");
        answersAsAProblem(RawHttp.send("GET / HTTP/1.1", "Host: localhost", "no colon"), 400, "bad-request");
        answersAsAProblem(
                RawHttp.send("POST / HTTP/1.1", "Host: localhost", "Content-Length: ten"), 400, "bad-request");
        answersAsAProblem(
                RawHttp.send("POST / HTTP/1.1", "Host: localhost", "Content-Length: 1", "Content-Length: 2"),
                400,
                "bad-request");
        answersAsAProblem(RawHttp.send("GET /v1/probe/parameters HTTP/1.1", "Connection: close"), 400, "bad-request");
    }

    @Test
    void a_method_that_an_address_does_not_take_is_answered_with_those_it_does() throws IOException {
        Answer answer = RawHttp.send("DELETE /v1/probe/parameters HTTP/1.1", "Host: localhost", "Connection: close");
        answersAsAProblem(answer, 405, "method-not-allowed");
        assertThat(answer.header("allow")).containsExactly("GET, HEAD, OPTIONS");
        answersAsAProblem(
                RawHttp.send("BREW /v1/probe/parameters HTTP/1.1", "Host: localhost", "Connection: close"),
                405,
                "method-not-allowed");
        assertThat(RawHttp.send("DELETE /v1/probe/body HTTP/1.1", "Host: localhost", "Connection: close")
                        .header("allow"))
                .containsExactly("OPTIONS, POST");
    }

    @Test
    void forms_that_are_not_spoken_are_refused() throws IOException {
        answersAsAProblem(
                RawHttp.send(
                        "GET /v1/probe/defect/writing HTTP/1.1",
                        "Host: localhost",
                        "Accept: image/png",
                        "Connection: close"),
                406,
                "not-acceptable");
        answersAsAProblem(
                RawHttp.send(
                        "POST /v1/probe/body HTTP/1.1",
                        "Host: localhost",
                        "Content-Type: text/csv",
                        "Content-Length: 0",
                        "Connection: close"),
                415,
                "unsupported-media-type");
    }

    @Test
    void a_body_announced_as_too_large_is_refused_before_it_is_sent() throws IOException {
        answersAsAProblem(
                RawHttp.send(
                        "POST /v1/probe/body HTTP/1.1",
                        "Host: localhost",
                        "Content-Type: application/json",
                        "Expect: 100-continue",
                        "Content-Length: " + (LIMIT + 1)),
                413,
                "content-too-large");
    }

    @Test
    void a_body_that_is_too_large_is_refused_while_it_is_sent() throws IOException {
        answersAsAProblem(post("Content-Length: " + (LIMIT + 1), jsonOf(LIMIT + 1)), 413, "content-too-large");
        answersAsAProblem(post("Transfer-Encoding: chunked", chunked(jsonOf(LIMIT + 1))), 413, "content-too-large");
        answersAsAProblem(post("Transfer-Encoding: chunked", chunked(jsonOf(5 * LIMIT))), 413, "content-too-large");
    }

    @Test
    void a_body_that_is_too_large_is_refused_though_its_end_never_comes() throws IOException {
        String chunks = chunked(jsonOf(3 << 20));
        String endless = chunks.substring(0, chunks.length() - "0\r\n\r\n".length());
        answersAsAProblem(post("Transfer-Encoding: chunked", endless), 413, "content-too-large");
    }

    @Test
    void a_body_of_just_the_limit_is_read() throws IOException {
        assertThat(post("Content-Length: " + LIMIT, jsonOf(LIMIT)).status()).isEqualTo(200);
        assertThat(post("Transfer-Encoding: chunked", chunked(jsonOf(LIMIT))).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"resource", "writing", "getter"})
    void a_defect_is_told_by_its_number_alone(String where) throws IOException {
        Answer answer = RawHttp.get("/v1/probe/defect/" + where);
        answersAsAProblem(answer, 500, "internal-error");
        assertThat(answer.body()).doesNotContain("select", "Exception", "java", "dev.standfirst", "\tat ");
        assertThat(answer.json().path("detail").asText()).startsWith("It is in the server's log as ");
    }

    private static Answer post(String framing, String body) throws IOException {
        String head = String.join(
                "\r\n",
                "POST /v1/probe/body HTTP/1.1",
                "Host: localhost",
                "Content-Type: application/json",
                "Connection: close",
                framing,
                "",
                "");
        return RawHttp.sendBytes((head + body).getBytes(StandardCharsets.US_ASCII));
    }

    private static String jsonOf(int bytes) {
        return "{\"text\":\"" + "a".repeat(bytes - 11) + "\"}";
    }

    private static String chunked(String body) {
        StringBuilder chunks = new StringBuilder();
        for (int i = 0; i < body.length(); i += 0x10000) {
            String chunk = body.substring(i, Math.min(body.length(), i + 0x10000));
            chunks.append(Integer.toHexString(chunk.length()))
                    .append("\r\n")
                    .append(chunk)
                    .append("\r\n");
        }
        return chunks.append("0\r\n\r\n").toString();
    }

    private static void answersAsAProblem(Answer answer, int status, String slug) {
        answer.isProblem(status, slug);
        assertThat(answer.header("access-control-allow-origin")).containsExactly("*");
        assertThat(answer.header("cache-control")).containsExactly("no-store");
        assertThat(answer.header("x-content-type-options")).containsExactly("nosniff");
    }
}
