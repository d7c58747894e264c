package app.regulars.forum;

/** Something that may already answer a question. @param kind "topic" or "article" */
public record SimilarTopic(String kind, String title, String address, boolean solved) {
}
