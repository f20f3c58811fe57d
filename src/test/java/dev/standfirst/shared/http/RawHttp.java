package dev.standfirst.shared.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** HTTP/1.1 by the byte, where a client library would mend the request before sending it. */
final class RawHttp {
    private static final int TEN_SECONDS = 10_000;

    private RawHttp() {}

    /** Sends the lines, an empty one after them, and reads until the server closes; fails if it does not. */
    static Answer send(String... lines) throws IOException {
        return sendBytes((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a GET of exactly this target. */
    static Answer get(String target) throws IOException {
        return send("GET " + target + " HTTP/1.1", "Host: localhost", "Connection: close");
    }

    static Answer sendBytes(byte[] bytes) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(TEN_SECONDS);
            try {
                socket.getOutputStream().write(bytes);
                socket.getOutputStream().flush();
            } catch (SocketException e) {
                // A refusal may come, and the connection end, before all is sent: what counts is the answer.
                assertThat(e).hasMessageContaining("pipe");
            }
            return Answer.of(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** What came back. */
    record Answer(int status, List<String> headers, String body) {

        static Answer of(String text) {
            int end = text.indexOf("\r\n\r\n");
            assertThat(end).as("an answer with headers: %s", text).isPositive();
            List<String> head = text.substring(0, end).lines().toList();
            return new Answer(
                    Integer.parseInt(head.get(0).substring(9, 12)),
                    head.subList(1, head.size()),
                    text.substring(end + 4));
        }

        JsonNode json() {
            try {
                return new ObjectMapper().readTree(body);
            } catch (JsonProcessingException e) {
                throw new AssertionError("Not JSON: " + body, e);
            }
        }

        /** Returns the values of a header, in the order of the answer. */
        List<String> header(String name) {
            return headers.stream()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .toList();
        }

        Answer isProblem(int expected, String slug) {
            assertThat(status).as(body).isEqualTo(expected);
            assertThat(header("content-type")).containsExactly("application/problem+json");
            assertThat(json().path("type").asText()).isEqualTo("/problems/" + slug);
            assertThat(json().path("status").asInt()).isEqualTo(expected);
            return this;
        }
    }
}
