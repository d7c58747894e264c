package app.regulars.platform.text;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.autolink.AutolinkType;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Markdown made into HTML. Two locks stand one behind the other: the parser knows no raw HTML (it is shown as typed), and
 * what comes out passes a sanitizer that lets only named elements and web or mail links through.
 */
public final class Markdown {

    private static final int DEEPEST = 40;

    /** Addresses become links as typed; e-mail addresses do not, for nobody is to gather them. One tilde stays a tilde ("~20 g"). */
    private static final List<Extension> OF_POSTS = List.of(TablesExtension.create(), StrikethroughExtension.builder().requireTwoTildes(true).build(),
            AutolinkExtension.builder().linkTypes(AutolinkType.URL, AutolinkType.WWW).build());
    private static final Parser POSTS = Parser.builder().extensions(OF_POSTS)
            .enabledBlockTypes(Set.of(BlockQuote.class, FencedCodeBlock.class, ListBlock.class, ThematicBreak.class)).maxOpenBlockParsers(DEEPEST).maxInlineNesting(DEEPEST).build();
    private static final Parser ARTICLES = Parser.builder().extensions(List.of(TablesExtension.create()))
            .enabledBlockTypes(Set.of(Heading.class, BlockQuote.class, FencedCodeBlock.class, ListBlock.class, ThematicBreak.class))
            .maxOpenBlockParsers(DEEPEST).maxInlineNesting(DEEPEST).build();
    private static final HtmlRenderer POST_HTML = HtmlRenderer.builder().extensions(OF_POSTS)
            .escapeHtml(true).sanitizeUrls(true).softbreak("<br>").build();
    private static final HtmlRenderer ARTICLE_HTML = HtmlRenderer.builder().extensions(List.of(TablesExtension.create()))
            .escapeHtml(true).sanitizeUrls(true).build();
    private static final TextContentRenderer TEXT = TextContentRenderer.builder().extensions(List.of(TablesExtension.create()))
            .lineBreakRendering(LineBreakRendering.STRIP).build();

    /** May mean something besides itself: any of the marks, a number or dash at the beginning of a line, an indented line. */
    private static final Pattern MARKED = Pattern.compile("[*_`\\[\\]<>\\\\#&|~=]|^\\h*[-+0-9]|^\\h{4}|^\\t", Pattern.MULTILINE);

    private static final Pattern MARK = Pattern.compile("[\\p{Punct}&&[^'\",;?%@/]]");

    private static final PolicyFactory OF_PEOPLE = inline().allowElements("del").requireRelsOnLinks("nofollow", "ugc", "noopener").toFactory();
    private static final PolicyFactory OF_STAFF = inline()
            .allowElements((name, attributes) -> "h2", "h1").allowElements("h2", "h3", "h4")
            .allowElements((name, attributes) -> attributes.contains("src") ? name : null, "img").allowAttributes("alt").onElements("img")
            .allowAttributes("src").matching(Pattern.compile("/media/[0-9a-f]{32}/(320|640|1280)\\.(png|jpg)")).onElements("img").toFactory();

    private Markdown() {
    }

    private static HtmlPolicyBuilder inline() {
        return new HtmlPolicyBuilder().allowElements("p", "br", "strong", "em", "code", "pre", "ul", "ol", "li", "blockquote", "hr", "a",
                        "table", "thead", "tbody", "tr", "th", "td")
                .allowAttributes("align").matching(true, "left", "right", "center").onElements("th", "td")
                .allowUrlProtocols("https", "http", "mailto").allowAttributes("href").onElements("a")
                .allowElements((name, attributes) -> leads(attributes) ? name : null, "a")
                .allowAttributes("start").matching(Pattern.compile("\\d{1,4}")).onElements("ol");
    }

    /** A link whose address was taken away is words only. */
    private static boolean leads(List<String> attributes) {
        var href = attributes.indexOf("href");
        return href >= 0 && !attributes.get(href + 1).isEmpty();
    }

    /** What anybody wrote: no headings and no pictures; links lend no weight. A new line stays a new line. */
    public static String post(String text) {
        return OF_PEOPLE.sanitize(POST_HTML.render(POSTS.parse(text)));
    }

    /** What staff wrote: headings as well, from the second level down, and pictures of our own library. */
    public static String article(String text) {
        return OF_STAFF.sanitize(ARTICLE_HTML.render(ARTICLES.parse(text)));
    }

    /** The words as they are to be read, whatever marks stand in them: each mark is preceded by a backslash. */
    public static String literal(String words) {
        return MARK.matcher(words).replaceAll("\\\\$0");
    }

    /** All the words without the marks, on one line, cut at a word with an ellipsis; for search and for machines. */
    public static String plain(String text, int longest) {
        return cut(MARKED.matcher(text).find() ? TEXT.render(ARTICLES.parse(text)) : text, longest);
    }

    /** What it says in short: the writer's own sentences, without tables, code and quoted words; for previews and descriptions. */
    public static String gist(String text, int longest) {
        var document = ARTICLES.parse(text);
        for (var block = document.getFirstChild(); block != null; ) {
            var next = block.getNext();
            if (block instanceof TableBlock || block instanceof FencedCodeBlock || block instanceof BlockQuote) {
                block.unlink();
            }
            block = next;
        }
        return document.getFirstChild() == null ? plain(text, longest) : cut(TEXT.render(document), longest);
    }

    private static String cut(String text, int longest) {
        var words = text.replaceAll("\\s+", " ").strip();
        if (words.length() <= longest) {
            return words;
        }
        var cut = words.lastIndexOf(' ', longest - 1);
        var end = cut > longest / 2 ? cut : longest - 1;
        if (Character.isHighSurrogate(words.charAt(end - 1))) {
            end--;
        }
        return words.substring(0, end) + "…";
    }
}
