package app.regulars.ordering.ui.staff;

import java.util.HashMap;
import java.util.List;
import java.util.UUID;

import app.regulars.ordering.DeliveryFigures;
import app.regulars.ordering.OrderNumber;
import app.regulars.ordering.PackingDesk;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.Live;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.shipping.ShipmentId;
import app.regulars.shipping.TrackingFileDesk;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** How well promises were kept, by carrier and article; and where lists of tracking news come in. */
@Route("console/parcels")
@Menu(title = "ordering.parcels.title", order = 2.5, icon = "truck")
@RolesAllowed(Permissions.ORDERS_SEE)
class ParcelsView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final int DAYS = 90;
    private static final int MOST_LABELS = 50;

    private final transient DeliveryFigures figures;
    private final transient TrackingFileDesk files;
    private final transient PackingDesk packing;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private transient TrackingFileDesk.Outcome outcome;

    ParcelsView(DeliveryFigures figures, TrackingFileDesk files, PackingDesk packing, CurrentUser user, Texts texts, Templates templates) {
        super(templates);
        this.figures = figures;
        this.files = files;
        this.packing = packing;
        this.user = user;
        this.texts = texts;
        addClassName("page");
        page().on("label-again", values -> again(values.getOrDefault("order", ""), values.getOrDefault("shipment", "")));
        Live.on("labels", this, this::look);
        page().on("news", values -> read(values.getOrDefault("news", "")));
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("ordering.parcels.title"));
        look();
    }

    private void again(String order, String shipment) {
        try {
            packing.labelAgain(new OrderNumber(order), new ShipmentId(UUID.fromString(shipment)), user.requireStaff());
            look();
        } catch (Refused | IllegalArgumentException gone) {
            look();
        }
    }

    private void read(String csv) {
        page().fieldError("news", "");
        try {
            outcome = files.read(csv, user.requireStaff());
            page().clearDraft("tracking-news");
            look();
        } catch (Refused refused) {
            page().fieldError("news", texts.get(locale(), refused.key(), refused.arguments()));
        }
    }

    private void look() {
        var days = number("days", DAYS, 1, 730);
        var values = new HashMap<String, Object>();
        values.put("days", days);
        values.put("carriers", figures.byCarrier(days));
        values.put("products", figures.byProduct(days));
        values.put("segments", figures.bySegment(days));
        values.put("labels", user.may(Permissions.ORDERS_SHIP) ? packing.waitingLabels(MOST_LABELS) : List.of());
        values.put("mayTrack", user.may(Permissions.ORDERS_SHIP));
        values.put("outcome", outcome);
        show("ordering/parcels.jte", values);
    }
}
