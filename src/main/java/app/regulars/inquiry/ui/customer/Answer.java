package app.regulars.inquiry.ui.customer;

/** Something that may answer a question. @param kind "article", "topic", "order" or "inquiry" */
public record Answer(String kind, String ref, String title, String address) {
}
