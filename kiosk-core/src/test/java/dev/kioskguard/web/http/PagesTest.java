package dev.kioskguard.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

    private static Listener listener;

    @BeforeAll
    static void open() {
        Pages pages = Pages.beside(PagesTest.class, List.of("page.html", "page.js"));
        listener = Listener.start(
                ListenerSettings.of("pages", 0),
                routes -> routes.get("/page/{file}", ctx -> pages.answer(ctx, ctx.pathParam("file"))));
    }

    @AfterAll
    static void close() {
        listener.close();
    }

    @Test
    void aPageIsServedInItsTypeAndNeverStored() throws Exception {
        var answer = Call.get(listener, "/page/page.html");

        assertThat(answer.body()).contains("请等待");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void whatAPageIsMadeOfIsSentAgainOnlyWhenItChanged() throws Exception {
        var first = Call.get(listener, "/page/page.js");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        var again = Call.send(Call.to(listener, "/page/page.js").header("If-None-Match", tag));

        assertThat(first.headers().firstValue("Content-Type")).hasValue("text/javascript;charset=utf-8");
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PagesTest.class", "page.htm", "..", "%2e%2e%2fpage.js", "page.js%00", "logback-test.xml"})
    void nothingElseOfTheClassPathCanBeHad(String name) throws Exception {
        String answer = Call.raw(
                listener,
                "GET /page/%s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nConnection: close\r\n\r\n"
                        .formatted(name, listener.port()));

        assertThat(answer).matches("(?s)HTTP/1\\.1 4\\d\\d .*").contains(Problem.MEDIA_TYPE);
    }

    @Test
    void aMissingFileIsFoundOutAtTheStart() {
        assertThatThrownBy(() -> Pages.beside(PagesTest.class, List.of("absent.js")))
                .hasMessageContaining("absent.js is missing");
        assertThatThrownBy(() -> Pages.beside(PagesTest.class, List.of("PagesTest.class")))
                .hasMessageContaining("not served");
    }
}
