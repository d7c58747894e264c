package app.regulars.ordering.ui.customer;

import app.regulars.ordering.OrderNumber;
import app.regulars.ordering.Tracking;
import app.regulars.platform.ui.PublicView;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Map;

@Route("track")
@AnonymousAllowed
class TrackFindView extends PublicView {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 300;

    private final transient Tracking tracking;

    TrackFindView(TrackPages pages, Tracking tracking) {
        super(pages);
        this.tracking = tracking;
        main().on("track", this::find);
    }

    private void find(Map<String, String> values) {
        var number = values.getOrDefault("number", "");
        var email = values.getOrDefault("email", "");
        var token = number.length() > LONGEST || email.length() > LONGEST ? java.util.Optional.<String>empty()
                : tracking.token(new OrderNumber(number), email);
        token.ifPresentOrElse(found -> UI.getCurrent().navigate("track/" + found),
                () -> main().patch("#track-problem", UI.getCurrent().getTranslation("ordering.track.unknown")));
    }
}
