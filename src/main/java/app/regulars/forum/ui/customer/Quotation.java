package app.regulars.forum.ui.customer;

import app.regulars.forum.PostPlace;
import app.regulars.forum.PostView;
import app.regulars.platform.text.Markdown;

/** Another's words put before one's own: who said them, with the way to the post, and what was said in short. */
final class Quotation {

    private static final int LONGEST = 200;

    private Quotation() {
    }

    /** In Markdown, with an empty line behind it; marks in the name and in the words stand as they are read. The post is not hidden. */
    static String of(String topic, PostView post) {
        var name = post.author().name() == null ? "#" + post.number() : post.author().name();
        return "> [**" + Markdown.literal(name) + "**](" + new PostPlace(topic, post.id(), post.number()).address() + "): "
                + Markdown.literal(Markdown.gist(post.text(), LONGEST)) + "\n\n";
    }
}
