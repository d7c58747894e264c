package app.regulars.inquiry.ui.staff;

/**
 * Something that may answer an inquiry.
 *
 * @param kind "article", "topic" or "inquiry"
 * @param href where staff read it
 * @param text what is put into the answer, to be read before it leaves
 */
public record Suggested(String kind, String title, String href, String text) {
}
