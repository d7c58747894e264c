package app.regulars.forum;

import java.time.Instant;

/**
 * A topic with its solution, to show elsewhere.
 *
 * @param question the beginning of the question, plain
 * @param answer   the beginning of the solution, plain
 */
public record SolvedTopic(String slug, String title, String language, Author asker, String question, Author answerer, String answer, int answers,
                          Instant solvedAt) {

    public String address() {
        return "/forum/t/" + slug;
    }
}
