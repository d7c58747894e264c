package app.regulars.ordering;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.utc;

import app.regulars.platform.Refused;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.text.PersonTexts;
import app.regulars.platform.ui.Live;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The customers' door: how I buy, as the shop sees it, and why I say I do. The question is asked once, of people who are signed in
 * and have ordered; "not now" is an answer that is remembered, and what was said can be changed and taken back.
 */
@Service
@Transactional
public class MyHabits {

    static final int LONGEST_WORDS = 300;

    private final BuyingProfiles profiles;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    MyHabits(BuyingProfiles profiles, JdbcTemplate jdbc, Clock clock) {
        this.profiles = profiles;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public BuyingProfile profile(CustomerId me) {
        return profiles.of(me);
    }

    /** What I said myself, the newest where my records were merged. */
    @Transactional(readOnly = true)
    public Optional<BuyingReason> reason(CustomerId me) {
        var records = profiles.records(me);
        return jdbc.query("select choice, words, answered_at from buying_reason where answered_at is not null and customer_id in (" + BuyingProfiles.marks(records)
                + ") order by answered_at desc limit 1", (row, n) -> new BuyingReason(row.getString("choice"), row.getString("words"), instant(row, "answered_at")),
                records.toArray()).stream().findFirst();
    }

    /** Whether I have not been asked before. */
    @Transactional(readOnly = true)
    public boolean isAsked(CustomerId me) {
        var records = profiles.records(me);
        return jdbc.queryForObject("select count(*) from buying_reason where customer_id in (" + BuyingProfiles.marks(records) + ")", Long.class, records.toArray()) == 0;
    }

    /** @param choice one of {@link BuyingReason#CHOICES}, or nothing where there are words @throws Refused for neither, and for too many words */
    public void answer(CustomerId me, String choice, String words) {
        var chosen = choice == null || choice.isEmpty() ? null : choice;
        var text = PersonTexts.bounded(PersonTexts.clean(words), LONGEST_WORDS, "words");
        if (chosen == null && text == null || chosen != null && !BuyingReason.CHOICES.contains(chosen)) {
            throw new Refused("ordering.why.missing", "choice", Map.of());
        }
        put(me, chosen, text, true);
    }

    /** Not asked again; nothing that was said before is lost. */
    public void notNow(CustomerId me) {
        if (isAsked(me)) {
            put(me, null, null, false);
        }
    }

    /** Forgets what I said; not asked again. */
    public void takeBack(CustomerId me) {
        var records = profiles.records(me);
        jdbc.update("update buying_reason set answered_at = null, choice = null, words = null where customer_id in (" + BuyingProfiles.marks(records) + ")",
                records.toArray());
        Live.changed("customer:" + me);
    }

    private void put(CustomerId me, String choice, String words, boolean answered) {
        var now = utc(clock.instant());
        jdbc.update("insert into buying_reason (customer_id, asked_at, answered_at, choice, words) values (?, ?, ?, ?, ?) on duplicate key update "
                + "answered_at = values(answered_at), choice = values(choice), words = values(words)", bytes(me.value()), now, answered ? now : null, choice, words);
        Live.changed("customer:" + me);
    }
}
