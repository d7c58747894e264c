package app.regulars.forum.ui.customer;

import app.regulars.forum.ForumDesk;
import app.regulars.forum.MyForum;
import app.regulars.forum.NewPost;
import app.regulars.forum.NewTopic;
import app.regulars.forum.PostId;
import app.regulars.forum.PostPlace;
import app.regulars.forum.TopicPage;
import app.regulars.forum.Viewer;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whoever is signed in, speaking in the forum: a customer through the customer's door, staff through theirs. */
@Component
class Voice {

    private final CurrentUser user;
    private final MyForum mine;
    private final ForumDesk desk;

    Voice(CurrentUser user, MyForum mine, ForumDesk desk) {
        this.user = user;
        this.mine = mine;
        this.desk = desk;
    }

    Viewer viewer(TopicPage topic) {
        var me = user.person();
        return me.isPresent() ? mine.viewer(me.get(), topic) : staff();
    }

    Viewer viewer() {
        return user.person().map(me -> new Viewer(mine.name(me), false, false, java.util.Set.of(), java.util.Set.of())).orElseGet(this::staff);
    }

    private Viewer staff() {
        return user.get().filter(person -> user.may(Permissions.FORUM_ANSWER)).map(person -> desk.viewer(person.displayName().split(" ")[0])).orElse(Viewer.NOBODY);
    }

    PostPlace ask(NewTopic topic) {
        var me = user.person();
        return me.isPresent() ? mine.open(me.get(), topic) : desk.open(user.requireStaff(), topic);
    }

    PostPlace answer(String topic, String text, UUID submission) {
        var me = user.person();
        var post = new NewPost(text, submission);
        return me.isPresent() ? mine.answer(me.get(), topic, post) : desk.answer(user.requireStaff(), topic, post);
    }

    void toggleHelpful(PostId post) {
        var me = user.requirePerson();
        if (!mine.helpful(me, post)) {
            mine.notHelpful(me, post);
        }
    }

    void solve(PostId answer) {
        user.person().ifPresentOrElse(me -> mine.solve(me, answer), () -> desk.solve(user.requireStaff(), answer));
    }

    void unsolve(String topic) {
        user.person().ifPresentOrElse(me -> mine.unsolve(me, topic), () -> desk.unsolve(user.requireStaff(), topic));
    }

    String textOf(PostId post) {
        return mine.text(user.requirePerson(), post);
    }

    void edit(PostId post, String text) {
        mine.edit(user.requirePerson(), post, text);
    }
}
