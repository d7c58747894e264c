package app.regulars.notification;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeVisitor;
import org.jsoup.select.QueryParser;

/** Makes the plain text of a message from its HTML: paragraphs, list marks, and addresses of links in full. */
final class PlainText {

    private static final Evaluator UNSEEN = QueryParser.parse("style, script, title, [hidden], .preheader, img");
    private static final Pattern END_OF_LINE = Pattern.compile("[ \t]+\n");
    private static final Pattern EMPTY_LINES = Pattern.compile("\n{3,}");

    private PlainText() {
    }

    static String of(String html) {
        var document = Jsoup.parse(html);
        document.select(UNSEEN).remove();
        var text = new StringBuilder();
        document.body().traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode words) {
                    var part = words.text();
                    text.append(text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1)) ? part.stripLeading() : part);
                } else if (node instanceof Element element) {
                    switch (element.normalName()) {
                        case "br" -> text.append('\n');
                        case "li" -> text.append("\n- ");
                        case "p", "h1", "h2", "h3", "table", "ul", "ol", "div", "hr" -> text.append("\n\n");
                        case "tr" -> text.append('\n');
                        default -> {
                        }
                    }
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element) {
                    switch (element.normalName()) {
                        case "a" -> {
                            var address = element.attr("href");
                            if (!address.isBlank() && !address.equals(element.text())) {
                                text.append(" <").append(address).append('>');
                            }
                        }
                        case "td", "th" -> text.append("  ");
                        case "p", "h1", "h2", "h3", "table" -> text.append("\n\n");
                        default -> {
                        }
                    }
                }
            }
        });
        return EMPTY_LINES.matcher(END_OF_LINE.matcher(text.toString().replace('\u00a0', ' ')).replaceAll("\n")).replaceAll("\n\n").strip();
    }
}
