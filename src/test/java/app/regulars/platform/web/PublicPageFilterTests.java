package app.regulars.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class PublicPageFilterTests {

    private final AtomicInteger made = new AtomicInteger();
    private final PublicCache cache = new PublicCache();
    private final StartDocument document = mock(StartDocument.class);
    private PublicPageFilter filter;

    @BeforeEach
    void answerWithTheRequest() {
        when(document.isReady()).thenReturn(true);
        when(document.with(any(), any(), any(), any())).thenAnswer(call -> {
            var html = call.getArgument(0, PublicPage.class).html();
            return new StartDocument.Painted(html.getBytes(StandardCharsets.UTF_8), html);
        });
        filter = new PublicPageFilter(List.of(new Things()), new Frame(), cache, document);
    }

    @Test
    void answersWithoutASessionAndWithoutACookie() throws Exception {
        var request = new MockHttpServletRequest("GET", "/thing/one");
        request.setServletPath("/thing/one");
        var response = ask(request);
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentAsString()).isEqualTo("one en {}");
        assertThat(response.getHeader("Set-Cookie")).isNull();
        assertThat(request.getSession(false)).isNull();
    }

    @Test
    void keepsAnAnswerByAddressAndLanguageUntilTheAddressChanges() throws Exception {
        ask("/thing/one");
        ask("/thing/one");
        assertThat(made).hasValue(1);
        var french = request("/thing/one");
        french.setCookies(new Cookie("lang", "fr"));
        assertThat(ask(french).getContentAsString()).isEqualTo("one fr {}");
        assertThat(made).hasValue(2);
        cache.changed("/thing/one");
        ask("/thing/one");
        assertThat(made).hasValue(3);
    }

    @Test
    void keepsTheAnswerToAQueryOnceItIsAskedForAgain() throws Exception {
        for (int n = 0; n < 4; n++) {
            var query = request("/thing/one");
            query.setParameter("page", "2");
            ask(query);
        }
        assertThat(made).hasValue(2);
    }

    @Test
    void saysWhenNothingHasChanged() throws Exception {
        var again = request("/thing/one");
        again.addHeader("If-None-Match", ask("/thing/one").getHeader("ETag"));
        var response = ask(again);
        assertThat(response.getStatus()).isEqualTo(304);
        assertThat(response.getContentAsByteArray()).isEmpty();
    }

    @Test
    void letsNobodyKeepWhatOnlyTheHolderOfItsAddressMaySee() throws Exception {
        assertThat(ask("/thing/one").getHeader("Cache-Control")).isEqualTo("no-cache");
        var response = ask("/thing/secret");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("private, no-store");
        assertThat(response.getHeader("ETag")).isNull();
    }

    @Test
    void answersAMissingThingWithARealNotFoundAndKeepsItNot() throws Exception {
        assertThat(ask("/thing/none").getStatus()).isEqualTo(404);
        ask("/thing/none");
        assertThat(made).hasValue(2);
    }

    @Test
    void showsThePageWithoutAQueryThatCannotBeRead() throws Exception {
        var broken = new MockHttpServletRequest("GET", "/thing/one") {
            @Override
            public Map<String, String[]> getParameterMap() {
                throw new IllegalStateException("as Tomcat does for q=100%");
            }
        };
        broken.setServletPath("/thing/one");
        var response = ask(broken);
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentAsString()).isEqualTo("one en {}");
    }

    @Test
    void readsNoParameterThatNobodyTyped() throws Exception {
        var request = request("/thing/one");
        request.setParameter("q", "a".repeat(401));
        request.setParameter("page", "2");
        assertThat(ask(request).getContentAsString()).isEqualTo("one en {page=2}");
        assertThat(PublicRequest.parameters(Map.of("q", List.of("a".repeat(401)), "page", List.of("2"), "lang", List.of("fr"))))
                .as("the live page reads the same").containsOnlyKeys("page");
    }

    @Test
    void leavesVaadinsOwnRequestsAndPostsAlone() throws Exception {
        var init = request("/thing/one");
        init.setQueryString("v-r=init&location=");
        assertThat(ask(init).getContentAsByteArray()).isEmpty();
        var post = request("/thing/one");
        post.setMethod("POST");
        assertThat(ask(post).getContentAsByteArray()).isEmpty();
        assertThat(made).hasValue(0);
    }

    private MockHttpServletRequest request(String path) {
        var request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        return request;
    }

    private MockHttpServletResponse ask(String path) throws ServletException, IOException {
        return ask(request(path));
    }

    private MockHttpServletResponse ask(MockHttpServletRequest request) throws ServletException, IOException {
        var response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response;
    }

    private final class Things implements PublicPages {

        @Override
        public boolean serves(String path) {
            return path.startsWith("/thing/");
        }

        @Override
        public boolean isPrivate(String path) {
            return path.endsWith("/secret");
        }

        @Override
        public Optional<PublicPage> page(PublicRequest request) {
            made.incrementAndGet();
            return "none".equals(request.lastSegment()) ? Optional.empty()
                    : Optional.of(PublicPage.of("Thing", "", request.path(),
                            request.lastSegment() + " " + request.locale().getLanguage() + " " + request.parameters()));
        }
    }

    private static final class Frame implements PublicFrame {

        @Override
        public String header(Locale locale, String path, String section) {
            return "";
        }

        @Override
        public String liveHeader(Locale locale, String path, String section) {
            return header(locale, path, section);
        }

        @Override
        public String footer(Locale locale, String path) {
            return "";
        }

        @Override
        public PublicPage notFound(PublicRequest request) {
            return PublicPage.of("Not here", "", request.path(), "not here").withStatus(404);
        }
    }
}
