package app.regulars.demo;

import app.regulars.pricing.Prices;
import app.regulars.reordering.MyReminders;
import app.regulars.reordering.MyShoppingLists;
import java.util.List;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A café's Monday order as a list, and somebody's list at home with a reminder. */
@Component
@Order(11)
class AgainChapter implements DemoChapter {

    private static final double DAYS_AGO = 3;
    private static final String CAFE = "maren";
    private static final String AT_HOME = "amelie";
    private static final int FOUR_WEEKS = 28;

    private final MyShoppingLists lists;
    private final MyReminders reminders;
    private final DemoVariants variants;
    private final DemoLedger ledger;

    AgainChapter(MyShoppingLists lists, MyReminders reminders, DemoVariants variants, DemoLedger ledger) {
        this.lists = lists;
        this.reminders = reminders;
        this.variants = variants;
        this.ledger = ledger;
    }

    @Override
    public void tell(Story story, Timeline timeline) {
        timeline.add(story.daysAgo(DAYS_AGO), "again", this::keep);
    }

    private void keep() {
        var cafe = PeopleChapter.customer(ledger, CAFE);
        lists.add(cafe, lists.create(cafe, "Monday order"), List.of(wish("C-101-1000-WB", 4), wish("B-301", 4)));
        var her = PeopleChapter.customer(ledger, AT_HOME);
        var list = lists.create(her, "Pour la maison");
        lists.add(her, list, List.of(wish("C-101-1000-WB", 1), wish("B-301", 1)));
        reminders.ofList(her, PeopleChapter.person(ledger, AT_HOME), list, FOUR_WEEKS, Locale.CANADA_FRENCH);
    }

    private Prices.Wish wish(String sku, int pieces) {
        return new Prices.Wish(variants.id(sku), pieces);
    }
}
