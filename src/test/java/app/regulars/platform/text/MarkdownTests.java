package app.regulars.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTests {

    @ParameterizedTest
    @ValueSource(strings = {
        "<script>alert(1)</script>",
        "text <img src=x onerror=alert(1)> text",
        "[click](javascript:alert(1))",
        "[click](JaVaScRiPt&colon;alert(1))",
        "[click](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
        "[click](vbscript:msgbox(1))",
        "![picture](javascript:alert(1))",
        "![picture](x\" onerror=\"alert(1))",
        "<a href=\"https://example.com\" onclick=\"alert(1)\">x</a>",
        "<svg/onload=alert(1)>",
        "<iframe src=\"https://example.com\"></iframe>",
        "[x](https://example.com \"title\" onmouseover=alert(1))",
        "<https://example.com/\" onmouseover=\"alert(1)>",
        "[x]( \u0001javascript:alert(1))",
        "```<script>\nalert(1)\n```",
        "<!-- --><style>*{display:none}</style>",
        "<details open ontoggle=alert(1)>",
        "<math><mi xlink:href=\"javascript:alert(1)\">",
        "[x]: javascript:alert(1)\n\n[x]"})
    void letsNothingActiveThrough(String typed) {
        for (var html : new String[] {Markdown.post(typed), Markdown.article(typed)}) {
            var tags = html.replaceAll("[^<]*(<[^>]*>)?[^<]*", "$1").toLowerCase();
            assertThat(tags).doesNotContain("script", "onerror", "onclick", "onload", "onmouseover", "ontoggle", "<img", "<svg", "<iframe", "style",
                    "<math", "<details", "data:");
        }
    }

    @Test
    void showsTypedHtmlAsText() {
        assertThat(Markdown.post("I wrote <b>this</b>")).isEqualTo("<p>I wrote &lt;b&gt;this&lt;/b&gt;</p>\n");
    }

    @Test
    void lendsNoWeightToLinksOfPeople() {
        assertThat(Markdown.post("[shop](https://example.com/a)"))
                .contains("href=\"https://example.com/a\"").contains("nofollow").contains("ugc");
        assertThat(Markdown.article("[shop](/p/guji-dawn)")).contains("href=\"/p/guji-dawn\"").doesNotContain("nofollow");
    }

    @Test
    void linksAddressesAsTypedButNoMailAddresses() {
        assertThat(Markdown.post("see https://example.com/a?b=1. Or www.example.com, please"))
                .contains("<a href=\"https://example.com/a?b&#61;1\"").contains("</a>. Or <a href=\"http://www.example.com\"").contains("</a>, please").contains("ugc");
        assertThat(Markdown.post("ana@example.com and ftp://example.com/x")).doesNotContain("<a");
        assertThat(Markdown.post("`https://example.com`")).doesNotContain("<a");
        assertThat(Markdown.post("javascript://example.com/%0aalert(1)")).doesNotContain("<a");
    }

    @Test
    void strikesThroughWithTwoTildesOnly() {
        assertThat(Markdown.post("~~wrong~~ right")).isEqualTo("<p><del>wrong</del> right</p>\n");
        assertThat(Markdown.post("~20 g and ~30 g")).isEqualTo("<p>~20 g and ~30 g</p>\n");
    }

    @Test
    void quotesWordsAsTheyAreRead() {
        for (var words : new String[] {"a*b*c [x](javascript:alert(1)) `d` ~~e~~ <b>f</b> &eacute; \\g_h_ | i |", "1. one", "- two", "# three", "> four", "===", "Ana [B.](/p/x)"}) {
            assertThat(Markdown.plain(Markdown.literal(words), 1_000)).isEqualTo(words);
            assertThat(Markdown.post(Markdown.literal(words))).doesNotContain("<a", "<b>", "<em", "<del", "<li", "<blockquote", "<code");
        }
    }

    @Test
    void keepsListsLinesAndEmphasis() {
        assertThat(Markdown.post("one\ntwo\n\n- **a**\n- b")).contains("one<br />two").contains("<li><strong>a</strong></li>");
    }

    @Test
    void makesTablesForAllAndHeadingsForStaff() {
        var table = "| a | b |\n|---|--:|\n| 1 | 2 |";
        assertThat(Markdown.article(table)).contains("<table>").contains("<td align=\"right\">2</td>");
        assertThat(Markdown.post(table)).contains("<table>");
        assertThat(Markdown.article("# Loud")).isEqualTo("<h2>Loud</h2>\n");
        assertThat(Markdown.post("# Loud")).isEqualTo("<p># Loud</p>\n");
    }

    @Test
    void survivesTextsMadeToHurt() {
        for (var mark : new String[] {">", "[", "*", "- ", "`", "![", "<", "&", "_*", "> - "}) {
            assertThat(Markdown.post(mark.repeat(10_000 / mark.length()))).isNotNull();
        }
    }

    @Test
    void keepsEmojiAndRightToLeftText() {
        assertThat(Markdown.post("☕😀 שלום")).contains("שלום").containsAnyOf("😀", "&#x1f600;");
        assertThat(Markdown.plain("😀".repeat(100), 20)).endsWith("…").doesNotContain("?");
    }

    @Test
    void saysInShortWhatThePersonSaidThemselves() {
        assertThat(Markdown.gist("> **Ana**: quoted\n\nStart at **23**.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nThen wait.", 100))
                .isEqualTo("Start at 23. Then wait.");
        assertThat(Markdown.gist("> only quoted", 100)).contains("only quoted");
    }

    @Test
    void cutsPlainTextAtAWord() {
        assertThat(Markdown.plain("**One** two\n\nthree four", 14)).isEqualTo("One two three…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nothing but words, and a full stop.", "Two lines\nwithout marks", "a  b", "- one\n- two", "1. one\n2. two", "Title\n=====", "Title\n---", "    code", "5 > 3 & \"x\"",
            "a\\*b", "&eacute;", "| a | b |\n| - | - |\n| 1 | 2 |", "~~~\ncode\n~~~", "a line  \nbroken", "+ plus", "e.g. 100 % (half)", "![alt](x)", "a_b_c", "\ttab", "  - nested",
            "Über; Straße: «ça va»… 😀"})
    void isAsPlainWithoutTheParser(String text) {
        var parsed = Markdown.plain("\\#\n\n" + text, 1_000); // the mark at the beginning makes sure that the parser is asked
        assertThat(parsed).isEqualTo("# " + Markdown.plain(text, 1_000));
    }
}
