package app.regulars.demo;

import app.regulars.arranging.ArrangingDesk;
import app.regulars.arranging.Audience;
import app.regulars.arranging.BlockForm;
import app.regulars.arranging.BlockKind;
import app.regulars.arranging.ListStyle;
import app.regulars.platform.identity.StaffId;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The shop's pages by audience: the cafés read the week's deliveries first, and see lists as lines, for they know what they want. */
@Component
@Order(10)
class ArrangingChapter implements DemoChapter {

    private static final double DAYS_AGO = 0.5 / 24;
    private static final String ARRANGES = "priya";
    private static final String CAFES = "cafes";
    private static final int AFTER_THE_USUALS = 2;

    private final ArrangingDesk desk;
    private final DemoLedger ledger;

    ArrangingChapter(ArrangingDesk desk, DemoLedger ledger) {
        this.desk = desk;
        this.ledger = ledger;
    }

    @Override
    public void tell(Story story, Timeline timeline) {
        timeline.add(story.daysAgo(DAYS_AGO), "arranging", () -> arrange(PeopleChapter.staff(ledger, ARRANGES)));
    }

    private void arrange(StaffId by) {
        var id = desk.add(new BlockForm(BlockKind.NOTICE, Audience.GROUPS, Set.of(CAFES), null, null, "For our cafés: the holiday weeks", "Pour nos cafés : les semaines des Fêtes",
                """
                In the holiday weeks we roast on **Mondays only**, and the van goes out the morning after. Order whole kilograms by Friday noon and they are with you on Tuesday.

                - [The usual, for another month](/my/orders): one click on your last order
                - [Everything for the bar](/c/for-cafes)
                """, """
                Pendant les Fêtes, nous torréfions **le lundi seulement**, et la camionnette part le lendemain matin. Commandez vos kilos avant vendredi midi : ils sont chez vous mardi.

                - [L’habituel, pour un mois de plus](/my/orders) : un clic sur votre dernière commande
                - [Tout pour le comptoir](/c/for-cafes)
                """, null), by);
        desk.move(id, AFTER_THE_USUALS, 0, by);
        desk.lay(CAFES, ListStyle.LIST, null, Map.of(), 0, by);
    }
}
