package app.regulars.mailroom;

import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * HTML of mails made safe: words, lists, tables and links stay; what acts, loads from elsewhere, or covers the page does not. A picture stays
 * only where it came with the message, as {@code cid:}.
 */
final class MailHtml {

    private static final Set<String> BLOCKS = Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "div", "hr", "pre", "blockquote", "section", "article", "header", "footer", "dl");
    /** Quotes within so many others are not marked any more. */
    private static final int MOST_QUOTES = 8;
    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements("p", "br", "div", "span", "strong", "b", "em", "i", "u", "s", "code", "pre", "ul", "ol", "li", "blockquote", "hr", "a", "h1", "h2", "h3", "h4", "h5", "h6",
                    "table", "thead", "tbody", "tfoot", "tr", "th", "td", "caption", "img", "sub", "sup", "small", "dl", "dt", "dd")
            .allowUrlProtocols("https", "http", "mailto", "tel", "cid").allowAttributes("href").onElements("a")
            .allowAttributes("src").matching((element, attribute, value) -> value.startsWith("cid:") ? value : null).onElements("img")
            .allowAttributes("alt").onElements("img").allowAttributes("colspan", "rowspan").matching(java.util.regex.Pattern.compile("\\d{1,2}")).onElements("td", "th")
            .requireRelsOnLinks("nofollow", "noopener", "noreferrer").toFactory();
    private static final String QUOTES = "blockquote[type=cite], .gmail_quote, .gmail_extra, #divRplyFwdMsg, #appendonsend, .moz-cite-prefix, .yahoo_quoted, .protonmail_quote, "
            + "#OLK_SRC_BODY_SECTION, .ms-outlook-mobile-reference-message";

    /** @param own what the writer wrote, safe @param quoted the rest, safe, or empty */
    record Safe(String own, String quoted) {
    }

    private MailHtml() {
    }

    static Safe safe(String html) {
        var document = Jsoup.parse(html);
        document.select("style, script, title, head > *, noscript, template, svg, math, object, embed, iframe, form, input, button, textarea, select").remove();
        var quoted = new StringBuilder();
        for (var first : document.select(QUOTES)) {
            // what was taken out already goes with what holds it; an answer between two quotes stays where it is
            if (first.parent() == null || !isLast(first)) {
                continue;
            }
            var rest = first.nextElementSiblings();
            quoted.append(first.outerHtml());
            rest.forEach(each -> quoted.append(each.outerHtml()));
            rest.remove();
            first.remove();
            break;
        }
        var own = POLICY.sanitize(document.body().html());
        if (Jsoup.parse(own).text().isBlank() && !own.contains("<img") && !quoted.isEmpty()) {
            return new Safe(POLICY.sanitize(Jsoup.parse(html).body().html()), "");
        }
        return new Safe(own.strip(), quoted.isEmpty() ? "" : POLICY.sanitize(quoted.toString()).strip());
    }

    /** Whether nothing but the rest of the quote comes behind it. */
    private static boolean isLast(Element quote) {
        if ("divRplyFwdMsg".equals(quote.id()) || "appendonsend".equals(quote.id()) || quote.hasClass("moz-cite-prefix")) {
            return true;
        }
        for (Node next = quote.nextSibling(); next != null; next = next.nextSibling()) {
            if (next instanceof TextNode words && !words.isBlank() || next instanceof Element element && !element.text().isBlank()) {
                return false;
            }
        }
        return true;
    }

    private static long depth(Element quote) {
        return quote.parents().stream().filter(around -> "blockquote".equals(around.normalName())).count();
    }

    /** The words: paragraphs, list marks, quotes with their mark, addresses of links in full. */
    static String text(String html) {
        var document = Jsoup.parse(html);
        document.select("style, script, title, noscript, template, svg, object").remove();
        // the innermost first, so that each is read once for every quote around it, and those not without end
        document.select("blockquote").reversed().forEach(quote -> {
            if (depth(quote) > MOST_QUOTES) {
                quote.unwrap();
            } else {
                quote.replaceWith(new Element("pre").text(text(quote.html()).lines().map(line -> "> " + line).collect(Collectors.joining("\n"))));
            }
        });
        var text = new StringBuilder();
        document.body().traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode words) {
                    var kept = words.parent() instanceof Element parent && "pre".equals(parent.normalName());
                    var part = kept ? words.getWholeText() : words.text();
                    text.append(!kept && (text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1))) ? part.stripLeading() : part);
                } else if (node instanceof Element element) {
                    switch (element.normalName()) {
                        case "br", "tr" -> text.append('\n');
                        case "li" -> text.append("\n- ");
                        default -> text.append(BLOCKS.contains(element.normalName()) ? "\n\n" : "");
                    }
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element) {
                    var address = element.attr("href");
                    if ("a".equals(element.normalName()) && address.startsWith("http") && !address.equals(element.text()) && !element.text().isBlank()) {
                        text.append(" <").append(address).append('>');
                    } else if ("td".equals(element.normalName()) || "th".equals(element.normalName())) {
                        text.append("  ");
                    } else if (BLOCKS.contains(element.normalName())) {
                        text.append("\n\n");
                    }
                }
            }
        });
        return text.toString().replace('\u00a0', ' ').replaceAll("[ \t]+\n", "\n").replaceAll("\n{3,}", "\n\n").strip();
    }
}
