package app.regulars.gap;

import app.regulars.faq.UnhelpfulWords;
import app.regulars.forum.UnansweredTopics;
import app.regulars.inquiry.UnlinkedInquiries;
import app.regulars.ordering.Orders;
import app.regulars.platform.identity.CustomerId;
import app.regulars.search.EmptySearches;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Asks every module what was asked in vain since a moment. */
@Component
class GapCollecting {

    static final int MOST = 5_000;
    private static final int LONGEST = 300;
    private static final int SHORTEST = 3;
    /** What is bought in a year for so much doubles the weight of a question. */
    private static final double WORTH = 250;
    private static final double HEAVIEST = 6;
    private static final Pattern NUMBER = Pattern.compile("[\\p{Alpha}]{0,4}[- ]?\\d[\\d -]*");
    private static final Pattern FRENCH = Pattern.compile("(?iU)\\b(le|la|les|des|une|est|vous|je|pour|avez|comment|quand|où|mon|ma|mes|votre)\\b");

    private final EmptySearches searches;
    private final UnansweredTopics topics;
    private final UnlinkedInquiries inquiries;
    private final UnhelpfulWords votes;
    private final Orders orders;
    private final Cache<CustomerId, Double> weights = Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(Duration.ofHours(12)).build();

    GapCollecting(EmptySearches searches, UnansweredTopics topics, UnlinkedInquiries inquiries, UnhelpfulWords votes, Orders orders) {
        this.searches = searches;
        this.topics = topics;
        this.inquiries = inquiries;
        this.votes = votes;
        this.orders = orders;
    }

    /** The oldest first; at most 5,000 of each source, the newest of them. */
    List<GapItem> since(Instant moment) {
        var all = new ArrayList<GapItem>();
        searches.since(moment, MOST).stream().filter(search -> isWords(search.text())).forEach(search -> all.add(new GapItem(GapSource.SEARCH, search.id().toString(), cut(search.text()),
                search.language(), null, search.customer(), weight(search.customer()), search.at())));
        topics.since(moment, MOST).forEach(topic -> all.add(new GapItem(GapSource.POST, topic.slug(), cut(topic.title()), topic.language(), topic.product(), topic.customer(),
                weight(topic.customer()), topic.at())));
        inquiries.since(moment, MOST).forEach(inquiry -> all.add(new GapItem(GapSource.INQUIRY, inquiry.number(), cut(inquiry.text()), language(inquiry.text()), inquiry.product(),
                inquiry.customer(), weight(inquiry.customer()), inquiry.at())));
        votes.since(moment, MOST).forEach(vote -> {
            var words = vote.reason() == null ? vote.title() : vote.reason();
            all.add(new GapItem(GapSource.VOTE, vote.id() + "/" + vote.slug(), cut(words), language(words), null, null, 1, vote.at()));
        });
        all.sort(Comparator.comparing(GapItem::at).thenComparing(GapItem::key));
        return all;
    }

    /** Numbers of orders and articles are no questions. */
    private static boolean isWords(String text) {
        return text.strip().length() >= SHORTEST && !NUMBER.matcher(text.strip()).matches();
    }

    private static String cut(String text) {
        var words = text.replaceAll("\\s+", " ").strip();
        return words.substring(0, Math.min(LONGEST, words.length()));
    }

    private static String language(String text) {
        return FRENCH.matcher(text).results().limit(2).count() > 1 ? "fr" : "en";
    }

    private double weight(CustomerId customer) {
        return customer == null ? 1 : weights.get(customer, who -> weight(orders.spentInAYear(who).amount().doubleValue()));
    }

    /** 1 for who bought nothing, 2 for the worth of an ordinary year, never more than 6. */
    static double weight(double spent) {
        return Math.min(HEAVIEST, 1 + Math.log(1 + Math.max(0, spent) / WORTH) / Math.log(2));
    }
}
