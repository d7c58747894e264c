package app.regulars.faq;

import java.util.List;

/**
 * What an article can be begun from.
 *
 * @param language of the words, "en" or "fr"
 * @param title    the question
 * @param body     the answer, Markdown
 * @param products handles of products it is about
 */
public record SourceWords(String kind, String ref, String language, String title, String summary, String body, List<String> products) {
}
