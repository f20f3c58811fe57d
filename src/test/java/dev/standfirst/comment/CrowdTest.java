package dev.standfirst.comment;

import static dev.standfirst.testing.Actors.as;
import static dev.standfirst.testing.Actors.nobody;
import static dev.standfirst.testing.Reply.aReply;
import static dev.standfirst.testing.Story.aStory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import dev.standfirst.access.Role;
import dev.standfirst.testing.BlankSlate;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(BlankSlate.class)
class CrowdTest {
    private static final int CLIENTS = 50;
    private static final int EACH = 20;

    @Test
    void a_thousand_comments_of_fifty_clients_at_once_are_all_there_once_and_counted() throws Exception {
        String story = aStory().published().with("commentPolicy", "open").create();
        String top =
                aReply().saying("The first").on(story).statusCode(201).extract().path("id");
        Set<String> sent = ConcurrentHashMap.newKeySet();
        atOnce(client -> {
            for (int i = 0; i < EACH; i++) {
                var reply = aReply().by("Client" + client).saying("Comment " + i + " of " + client);
                if (i % 2 == 0) {
                    reply.to(top);
                }
                sent.add(reply.on(story).statusCode(201).extract().path("id"));
            }
        });
        assertThat(sent).hasSize(CLIENTS * EACH);
        nobody().get("/v1/comments/counts?articles=" + story).then().body("items[0].count", is(CLIENTS * EACH + 1));
        nobody().get("/v1/comments/" + top).then().body("replyCount", is(CLIENTS * EACH / 2));
        List<String> seen = new ArrayList<>();
        String next = "/v1/articles/" + story + "/comments?view=flat&limit=100";
        while (next != null) {
            JsonPath page = nobody().get(next).then().statusCode(200).extract().jsonPath();
            seen.addAll(page.getList("items.id"));
            next = page.getString("page.next");
        }
        sent.add(top);
        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(sent);
    }

    @Test
    void of_many_moderators_who_decide_at_once_one_does_and_the_count_is_right() throws Exception {
        String story = aStory().published().with("commentPolicy", "all").create();
        String id = aReply().on(story).extract().path("id");
        List<Integer> statuses = Collections.synchronizedList(new ArrayList<>());
        atOnce(client -> statuses.add(as(Role.MODERATOR)
                .post("/v1/manage/comments/" + id + "/approve")
                .statusCode()));
        assertThat(statuses).containsOnly(200, 409).containsOnlyOnce(200);
        nobody().get("/v1/comments/counts?articles=" + story).then().body("items[0].count", is(1));
    }

    /** What one client does. */
    private interface Work {
        void of(int client) throws Exception;
    }

    private static void atOnce(Work work) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<?>> all = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                int number = client;
                all.add(clients.submit(() -> {
                    start.await();
                    work.of(number);
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            clients.shutdownNow();
        }
    }
}
