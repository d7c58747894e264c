package app.regulars.reordering;

import app.regulars.catalog.Catalog;
import app.regulars.catalog.VariantId;
import app.regulars.catalog.Viewers;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.privacy.SpokenConsents;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The customers' door: of what, and how often, a person wants to be reminded. Whoever asks for a reminder allows it by asking. */
@Service
@Transactional
public class MyReminders {

    /** The purpose that is asked at the moment of sending. */
    static final String PURPOSE = "own-reminders";
    /** From which a rhythm is chosen; nothing means when it is probably needed. */
    public static final List<Integer> RHYTHMS = List.of(7, 14, 21, 28, 42, 60, 90);
    /** So many days before it is needed the reminder comes. */
    static final int AHEAD = 3;
    private static final int MOST = 100;

    private final Reminders reminders;
    private final ShoppingLists lists;
    private final Forecasts forecasts;
    private final Catalog catalog;
    private final Viewers viewers;
    private final SpokenConsents consents;
    private final Clock clock;

    MyReminders(Reminders reminders, ShoppingLists lists, Forecasts forecasts, Catalog catalog, Viewers viewers, SpokenConsents consents, Clock clock) {
        this.reminders = reminders;
        this.lists = lists;
        this.forecasts = forecasts;
        this.catalog = catalog;
        this.viewers = viewers;
        this.consents = consents;
        this.clock = clock;
    }

    /** Those the person asked for when ordering for that customer. */
    @Transactional(readOnly = true)
    public List<Reminder> all(CustomerId me, CustomerId person) {
        var rows = reminders.of(me, person);
        var names = lists.of(me).stream().collect(Collectors.toMap(ShoppingLists.Row::id, ShoppingLists.Row::name));
        var variants = catalog.variants(rows.stream().map(Reminders.Row::variant).filter(Objects::nonNull).distinct().toList(), viewers.of(me));
        return rows.stream().filter(row -> row.list() == null ? variants.containsKey(row.variant()) : names.containsKey(row.list()))
                .map(row -> new Reminder(row.id(), row.list(), row.list() == null ? variants.get(row.variant()).name() : Localized.of(names.get(row.list())),
                        row.everyDays(), row.nextOn())).toList();
    }

    /**
     * In place of what was asked for this list before.
     *
     * @param everyDays one of {@link #RHYTHMS}, or null for when something of it is probably needed
     * @throws NotFound for somebody else's list
     */
    public void ofList(CustomerId me, CustomerId person, UUID list, Integer everyDays, Locale locale) {
        lists.find(me, list).orElseThrow(NotFound::new);
        ask(me, person, list, null, null, everyDays, locale);
    }

    /** In place of what was asked for this article before. @param quantity how many of it the basket holds */
    public void ofArticle(CustomerId me, CustomerId person, VariantId variant, int quantity, Integer everyDays, Locale locale) {
        var known = catalog.variants(List.of(variant), viewers.of(me)).get(variant);
        if (known == null || !known.sellable() || known.asks()) {
            throw new NotFound();
        }
        known.quantities().check(quantity);
        ask(me, person, null, variant, quantity, everyDays, locale);
    }

    private void ask(CustomerId me, CustomerId person, UUID list, VariantId variant, Integer quantity, Integer everyDays, Locale locale) {
        if (everyDays != null && !RHYTHMS.contains(everyDays)) {
            throw new Refused("reordering.reminder.rhythm", Map.of());
        }
        var now = clock.instant();
        var mine = reminders.of(me, person);
        mine.stream().filter(row -> Objects.equals(row.list(), list) && Objects.equals(row.variant(), variant)).forEach(row -> reminders.stop(row.id(), person, now));
        if (mine.size() >= MOST) {
            throw new Refused("reordering.reminder.many", Map.of("most", MOST));
        }
        reminders.add(me, person, list, variant, quantity, everyDays, first(me, list, variant, everyDays), locale, now);
        consents.say(person, PURPOSE, locale, "lists", true);
    }

    private LocalDate first(CustomerId me, UUID list, VariantId variant, Integer everyDays) {
        var today = forecasts.today();
        if (everyDays != null) {
            return today.plusDays(everyDays);
        }
        var due = list == null ? forecasts.of(me, variant).map(Expected::on) : needed(me, list);
        return due.map(day -> day.minusDays(AHEAD)).filter(day -> day.isAfter(today)).orElse(today.plusDays(1));
    }

    /** The first day on which something of a list is probably needed. */
    private java.util.Optional<LocalDate> needed(CustomerId me, UUID list) {
        return Reminding.needed(lists.lines(list), forecasts.of(me));
    }

    /** @throws NotFound if there is none, or it is somebody else's */
    public void stop(CustomerId person, UUID id) {
        if (!reminders.stop(id, person, clock.instant())) {
            throw new NotFound();
        }
    }
}
