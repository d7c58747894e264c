package app.regulars.quoting.ui.staff;

import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.ui.Live;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.quoting.QuoteDesk;
import app.regulars.quoting.QuoteFile;
import app.regulars.quoting.QuoteNumber;
import app.regulars.quoting.QuoteStatus;
import app.regulars.staff.StaffDirectory;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** One quote as staff see it: what is offered, how its prices came about, its history, and the steps that are theirs. */
@Route("console/quotes/:number")
@RolesAllowed(Permissions.ORDERS_SEE)
class QuoteDeskView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final int DAYS = 30;

    private final transient QuoteDesk desk;
    private final transient CustomerDirectory customers;
    private final transient StaffDirectory staff;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private final transient Shop shop;
    private final transient Clock clock;
    private QuoteNumber number;

    QuoteDeskView(Templates templates, QuoteDesk desk, CustomerDirectory customers, StaffDirectory staff, CurrentUser user, Texts texts, Clock clock, Shop shop) {
        super(templates);
        this.shop = shop;
        this.desk = desk;
        this.customers = customers;
        this.staff = staff;
        this.user = user;
        this.texts = texts;
        this.clock = clock;
        page().on("send", values -> step("sent", () -> desk.send(number, day(values.getOrDefault("until", "")), user.requireStaff())));
        page().on("withdraw", values -> step("withdrawn", () -> desk.withdraw(number, values.get("why"), user.requireStaff())));
        Live.on("quotes", this, () -> refresh(desk.find(number)));
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        number = new QuoteNumber(event.getRouteParameters().get("number").orElse(""));
        title(getTranslation("quoting.title", "number", number.value()));
        refresh(desk.open(number, user.requireStaff()));
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    private void step(String what, Runnable deed) {
        try {
            deed.run();
        } catch (Refused refused) {
            var words = texts.get(locale(), refused.key(), refused.arguments());
            if (refused.field() == null) {
                Notices.error(words);
            } else {
                page().fieldError("quote-" + refused.field(), words);
            }
            return;
        }
        Notices.done(getTranslation("quoting.done." + what, "number", number.value()));
        refresh(desk.find(number));
    }

    private void refresh(QuoteFile file) {
        var people = staff.cards(file.history().stream().map(QuoteFile.Moment::staff).filter(Objects::nonNull).collect(Collectors.toSet()));
        var values = new HashMap<String, Object>();
        values.put("file", file);
        values.put("customer", customers.find(file.customer()).orElse(null));
        values.put("names", people.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().name())));
        values.put("changes", user.may(Permissions.ORDERS_CHANGE));
        values.put("until", file.status() == QuoteStatus.EXPIRED ? LocalDate.ofInstant(clock.instant(), shop.zone()).plusDays(DAYS) : file.validUntil());
        values.put("paper", file.status() == QuoteStatus.DRAFT ? "" : "/papers/quote/" + desk.token(number));
        show("quoting/desk-file.jte", values);
    }
}
