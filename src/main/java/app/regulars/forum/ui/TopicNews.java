package app.regulars.forum.ui;

import app.regulars.forum.TopicChanged;
import app.regulars.platform.ui.Live;
import app.regulars.platform.web.PublicCache;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells open pages and the kept HTML that a topic has changed. */
@Component
class TopicNews {

    private final PublicCache cache;

    TopicNews(PublicCache cache) {
        this.cache = cache;
    }

    @TransactionalEventListener
    void on(TopicChanged event) {
        cache.changed("/forum", "/forum/c/" + event.category(), "/forum/t/" + event.slug());
        Live.changed("topic:" + event.slug(), "forum");
    }
}
