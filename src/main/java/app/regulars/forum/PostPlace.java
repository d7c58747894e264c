package app.regulars.forum;

/** Where a post stands. @param number counted from 1, the question */
public record PostPlace(String slug, PostId post, int number) {

    /** The page of the topic that shows it, from 1. */
    public int page() {
        return (number - 1) / TopicPage.SIZE + 1;
    }

    public String address() {
        return "/forum/t/" + slug + (page() > 1 ? "?page=" + page() : "") + "#post-" + number;
    }
}
