package app.regulars.forum;

import app.regulars.customer.CustomerCard;
import app.regulars.customer.CustomerDirectory;
import app.regulars.notification.Notifications;
import app.regulars.notification.OutgoingMail;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.text.Markdown;
import app.regulars.platform.web.PublicAddress;
import app.regulars.platform.web.Templates;
import java.util.Map;
import org.springframework.data.domain.Limit;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells whoever asked, and whoever else wrote in a topic, that somebody answered; only those who agreed to it get it. */
@Component
class ForumMails {

    /** The purpose of the consent that is asked before sending. */
    static final String PURPOSE = "forum";
    private static final String KIND = "forum.answered";
    private static final Limit MOST = Limit.of(100);
    private static final int EXCERPT = 400;

    private final TopicRepository topics;
    private final PostRepository posts;
    private final People people;
    private final CustomerDirectory customers;
    private final Notifications notifications;
    private final Letter letter;

    ForumMails(TopicRepository topics, PostRepository posts, People people, CustomerDirectory customers, Notifications notifications, Letter letter) {
        this.topics = topics;
        this.posts = posts;
        this.people = people;
        this.customers = customers;
        this.notifications = notifications;
        this.letter = letter;
    }

    @ApplicationModuleListener
    void on(PostAdded event) {
        var topic = topics.findById(event.topic().value()).orElseThrow();
        var post = posts.findById(event.post().value()).orElseThrow();
        var others = posts.participants(event.topic().value(), MOST).stream().map(PostRepository.Participant::customer).filter(person -> !person.equals(event.customer())).toList();
        if (post.isHidden() || others.isEmpty()) {
            return;
        }
        var by = post.writer() == null ? Author.GONE : people.of(post.writer());
        customers.cards(others).values().forEach(card -> {
            if (card.email() != null && !card.email().isBlank()) {
                notifications.post(letter.of(card, topic, post, by, topic.asker() != null && topic.asker().is(card.id())));
            }
        });
    }

    /** How the message reads. */
    @Component
    static class Letter {

        private final Templates templates;
        private final Texts texts;
        private final PublicAddress address;

        Letter(Templates templates, Texts texts, PublicAddress address) {
            this.templates = templates;
            this.texts = texts;
            this.address = address;
        }

        OutgoingMail of(CustomerCard card, Topic topic, Post post, Author by, boolean own) {
            var locale = card.locale();
            var name = by.name() == null ? texts.get(locale, "forum.gone") : by.name();
            var subject = texts.get(locale, own ? "forum.mail.subject.own" : "forum.mail.subject", "name", name, "title", topic.title());
            var place = new PostPlace(topic.slug(), post.id(), post.number());
            var html = templates.render("forum/answered-mail.jte", locale, Map.of("title", subject, "by", name, "topic", topic.title(),
                    "excerpt", Markdown.gist(post.text(), EXCERPT), "address", address.of(place.address())));
            return new OutgoingMail("forum-answer:" + post.id() + ":" + card.id(), KIND, PURPOSE, card.id(), card.email(), locale, subject, html);
        }
    }
}
