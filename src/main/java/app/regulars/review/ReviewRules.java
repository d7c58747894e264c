package app.regulars.review;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.text.PersonTexts;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which reviews somebody looks at before everybody sees them. */
@Component
class ReviewRules {

    static final String WORDS = "review.words";
    private static final Pattern LINK = Pattern.compile("(?i)(https?:|www\\.|\\b[\\p{L}\\p{N}-]+\\.(com|net|org|ca|io|co|info|biz|ru|cn|shop|xyz|top|site|online)\\b|[^\\s@]+@[^\\s@]+\\.\\p{L}{2,})");

    private final JdbcTemplate jdbc;
    private final Shop shop;

    ReviewRules(JdbcTemplate jdbc, Shop shop) {
        this.jdbc = jdbc;
        this.shop = shop;
    }

    /** Why this one waits, or null. */
    WaitCause cause(CustomerId by, NewReview form) {
        var said = (form.title() == null ? "" : form.title()) + "\n" + (form.text() == null ? "" : form.text());
        if (LINK.matcher(said).find()) {
            return WaitCause.LINK;
        }
        var letters = " " + PersonTexts.plain(said).replaceAll("[^\\p{L}\\p{N}]+", " ") + " ";
        if (words().stream().map(word -> " " + PersonTexts.plain(word).replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ").anyMatch(word -> !word.isBlank() && letters.contains(word))) {
            return WaitCause.WORD;
        }
        return isKnown(by) ? null : WaitCause.FIRST;
    }

    private boolean isKnown(CustomerId by) {
        return !jdbc.queryForList("select 1 from review where customer_id = ? and published_at is not null limit 1", Integer.class, (Object) Columns.bytes(by.value())).isEmpty();
    }

    /** Words that make a review wait: upper and lower case and accents are one. */
    List<String> words() {
        return Arrays.stream(shop.get(WORDS, "").split("\n")).map(String::strip).filter(word -> !word.isEmpty()).toList();
    }
}
