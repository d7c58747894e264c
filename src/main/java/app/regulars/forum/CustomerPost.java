package app.regulars.forum;

import java.time.Instant;

/**
 * What a customer wrote, in a line.
 *
 * @param question whether it opened the topic
 * @param solution whether it was chosen as the solution
 * @param answers  of the topic
 */
public record CustomerPost(PostPlace place, String title, String excerpt, boolean question, boolean solution, boolean topicSolved, int answers, Instant at) {
}
