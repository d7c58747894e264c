package app.regulars.forum.ui.customer;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.customer.CustomerDirectory;
import app.regulars.forum.ForumDesk;
import app.regulars.forum.MyForum;
import app.regulars.forum.NewPost;
import app.regulars.forum.NewTopic;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.time.BusinessClock;
import app.regulars.platform.web.PublicRequest;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.util.HtmlUtils;

/** What the OWASP cheat sheet on cross-site scripting tries, written as title, question, answer and name: it is text on every page. */
@RegularsTest
class ForumAttackTests {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    /** So long ago that no other test finds these among the latest. */
    private static final Instant LONG_AGO = Instant.parse("2001-10-03T12:00:00Z");
    private static final Pattern TAG = Pattern.compile("<\\s*/?\\s*([a-zA-Z!?][^\\s/>]*)((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([^\\s=\"'/]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))");

    @Autowired
    private ForumPages pages;
    @Autowired
    private MyForum mine;
    @Autowired
    private ForumDesk desk;
    @Autowired
    private CustomerDirectory customers;

    @BeforeEach
    void begin() {
        SecurityContextHolder.getContext().setAuthentication(WithStaff.Factory.authentication());
        desk.saveCategory("attacks", new Localized("Attacks", "Attaques"), new Localized("Tried", "Essais"), 9);
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<SCRIPT SRC=https://cdn.example/xss.js></SCRIPT>",
        "javascript:/*--></title></style></textarea></script></xmp><svg/onload='+/\"`/+/onmouseover=1/+/[*/[]/+alert(42);//'>",
        "<a href=\"javascript:alert('XSS')\">Click Me</a>",
        "<IMG SRC=JaVaScRiPt:alert('XSS')>",
        "<IMG SRC=`javascript:alert(\"RSnake says, 'XSS'\")`>",
        "\\<a onmouseover=\"alert(document.cookie)\"\\>xxs link\\</a\\>",
        "<IMG \"\"\"><SCRIPT>alert(\"XSS\")</SCRIPT>\"\\>",
        "<IMG SRC=# onmouseover=\"alert('xxs')\">",
        "<IMG SRC=/ onerror=\"alert(String.fromCharCode(88,83,83))\"></img>",
        "<a href=\"&#0000106&#0000097&#0000118&#0000097&#0000115&#0000099&#0000114&#0000105&#0000112&#0000116&#58alert(1)\">x</a>",
        "[x](&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A;alert(1))",
        "[x](jav&#x09;ascript:alert('XSS'))", "[x](jav&#x0A;ascript:alert(1))", "[x](<jav&#x0D;ascript:alert(1)>)",
        "<a href=\" &#14;  javascript:alert('XSS');\">Click Me</a>",
        "<SCRIPT/XSS SRC=\"http://xss.example/xss.js\"></SCRIPT>",
        "<BODY onload!#$%&()*~+-_.,:;?@[/|\\]^`=alert(\"XSS\")>",
        "<<SCRIPT>alert(\"XSS\");//\\<</SCRIPT>",
        "<SCRIPT SRC=//xss.example/.j>", "<IMG SRC=\"`<javascript:alert>`('XSS')\"",
        "\\\";alert('XSS');//", "</script><script>alert('XSS');</script>", "</TITLE><SCRIPT>alert(\"XSS\");</SCRIPT>",
        "<INPUT TYPE=\"IMAGE\" SRC=\"javascript:alert('XSS');\">", "<BODY BACKGROUND=\"javascript:alert('XSS')\">",
        "<svg/onload=alert('XSS')>", "<BGSOUND SRC=\"javascript:alert('XSS');\">", "<LINK REL=\"stylesheet\" HREF=\"javascript:alert('XSS');\">",
        "<STYLE>@import'http://xss.example/xss.css';</STYLE>", "<IMG STYLE=\"xss:expr/*XSS*/ession(alert('XSS'))\">",
        "<META HTTP-EQUIV=\"refresh\" CONTENT=\"0;url=javascript:alert('XSS');\">", "<IFRAME SRC=\"javascript:alert('XSS');\"></IFRAME>",
        "<TABLE><TD BACKGROUND=\"javascript:alert('XSS')\">", "<DIV STYLE=\"background-image: url(javascript:alert('XSS'))\">",
        "<!--[if gte IE 4]><SCRIPT>alert('XSS');</SCRIPT><![endif]-->", "<BASE HREF=\"javascript:alert('XSS');//\">",
        "<EMBED SRC=\"data:image/svg+xml;base64,PHN2Zz4=\" AllowScriptAccess=\"always\"></EMBED>",
        "<? echo('<SCR)'; echo('IPT>alert(\"XSS\")</SCRIPT>'); ?>", "<SCRIPT a=\">\" SRC=\"httx://xss.example/xss.js\"></SCRIPT>",
        "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)", "![x](https://xss.example/a.png\" onerror=\"alert(1))",
        "https://example.com/\"onmouseover=\"alert(1)", "www.example.com/'onclick='alert(1)", "<https://example.com/\"><svg/onload=alert(1)>>",
        "~~<svg/onload=alert(1)>~~", "> <img src=x onerror=alert(1)>", "| <b onclick=alert(1)> | x |\n|---|---|\n| <svg/onload=alert(1)> | y |",
        "```\"onmouseover=alert(1)\n</code><script>alert(1)</script>\n```", "'';!--\"<XSS>=&{()}", "\u202e<scr\u0000ipt>alert(1)</scr\u0000ipt>",
        "<a href=\"//xss.example\" style=\"position:fixed;inset:0\">x</a>", "{{constructor.constructor('alert(1)')()}}", "${alert(1)}"})
    void staysText(String vector) {
        var number = NUMBER.incrementAndGet();
        var bold = customers.obtain("bold" + number + "@attacks.example", vector.length() > 100 ? vector.substring(0, 100) : vector, null, null, Languages.ENGLISH, "test");
        var slug = new String[1];
        BusinessClock.at(LONG_AGO.plusSeconds(number), () -> {
            slug[0] = mine.open(bold, new NewTopic("attacks", "Why " + vector.replace('\n', ' '), vector, "en", null, null, null)).slug();
            mine.solve(bold, mine.answer(bold, slug[0], new NewPost("Because " + vector, null)).post());
            mine.answer(bold, slug[0], new NewPost(vector + "\n\n" + vector, null));
        });
        for (var path : new String[] {"/forum", "/forum/c/attacks", "/forum/t/" + slug[0]}) {
            for (Locale locale : new Locale[] {Languages.ENGLISH, Languages.FRENCH}) {
                harmless(pages.page(new PublicRequest(path, Map.of(), locale)).orElseThrow().html());
            }
        }
    }

    private static void harmless(String html) {
        var tags = TAG.matcher(html);
        while (tags.find()) {
            assertThat(tags.group(1).toLowerCase(Locale.ROOT)).as(tags.group())
                    .isNotIn("script", "iframe", "object", "embed", "style", "link", "meta", "base", "body", "bgsound", "math", "details", "xss", "title", "?", "!--[if");
            var attributes = ATTRIBUTE.matcher(tags.group(2));
            while (attributes.find()) {
                var name = attributes.group(1).toLowerCase(Locale.ROOT);
                var value = attributes.group(2) != null ? attributes.group(2) : attributes.group(3) != null ? attributes.group(3) : attributes.group(4);
                assertThat(name).as(tags.group()).doesNotStartWith("on").isNotEqualTo("style");
                if (name.equals("href") || name.equals("src")) {
                    assertThat(HtmlUtils.htmlUnescape(value).replaceAll("[\\x00-\\x20]", "")).as(tags.group()).doesNotStartWith("//")
                            .matches("(?is)(https?:|mailto:|(?![a-z][a-z0-9+.-]*:)).*");
                }
            }
        }
    }
}
