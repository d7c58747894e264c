package app.regulars.ordering.ui.staff;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import app.regulars.customer.CustomerDirectory;
import app.regulars.ordering.OrderChangeDesk;
import app.regulars.ordering.OrderDesk;
import app.regulars.ordering.OrderFile;
import app.regulars.ordering.OrderNumber;
import app.regulars.ordering.PackingDesk;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.ui.Fragment;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.web.Templates;
import app.regulars.shipping.LabelStand;
import app.regulars.shipping.ShipmentId;
import app.regulars.shipping.ShippingDesk;
import app.regulars.staff.StaffDirectory;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Aside;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** The order to work on, beside the list: its shipments, its next step, what keeps it, and what happened to it. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class OrderDrawer extends Aside {

    private static final long serialVersionUID = 1L;
    private static final String PIECES = "pack-";

    private final transient OrderDesk desk;
    private final transient PackingDesk packing;
    private final transient ShippingDesk shipping;
    private final transient CustomerDirectory customers;
    private final transient StaffDirectory staff;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private final transient Shop shop;
    private final transient Clock clock;
    private final transient Templates templates;
    private final transient OrderMoneyDesk money;
    private final Fragment detail = new Fragment("order");
    private transient Runnable moved = () -> { };
    private final transient OrderChangeForm change;
    private OrderNumber opened;
    private String close = "";
    private int happened;
    private transient List<LabelStand> labels = List.of();

    OrderDrawer(OrderDesk desk, PackingDesk packing, OrderChangeDesk changes, ShippingDesk shipping, CustomerDirectory customers, StaffDirectory staff, CurrentUser user, Texts texts, Shop shop,
                Clock clock, OrderMoneyDesk money, Templates templates) {
        this.desk = desk;
        this.packing = packing;
        this.shipping = shipping;
        this.customers = customers;
        this.staff = staff;
        this.user = user;
        this.texts = texts;
        this.shop = shop;
        this.clock = clock;
        this.templates = templates;
        this.money = money;
        addClassName("draw");
        add(detail);
        detail.on("pack", values -> step("packed", "pack", number -> packing.pack(number, pieces(values), me())));
        detail.on("unpack", values -> step("unpacked", "pack", number -> packing.unpack(number, shipment(values), me())));
        detail.on("at-once", values -> step("shipped", "ship-number", number -> desk.dispatch(number, values.get("carrier"), values.get("tracking"), me())));
        detail.on("dispatch", values -> {
            if ("label".equals(values.get("do"))) {
                step("label", "ship-number", number -> packing.label(number, shipment(values), values.get("carrier"), grams(values.get("weight")), me()));
            } else {
                step("shipped", "ship-number", number -> packing.dispatch(number, shipment(values), values.get("carrier"), values.get("tracking"), grams(values.get("weight")), me()));
            }
        });
        detail.on("label-back", values -> step("label-back", "ship-number", number -> packing.giveLabelBack(number, shipment(values), me())));
        detail.on("deliver", values -> step("delivered", "ship-number", number -> packing.deliver(number, shipment(values), me())));
        detail.on("cancel", values -> step("canceled", "cancel-reason", number -> desk.cancel(number, values.get("reason"), me())));
        detail.on("hold", values -> step("held", "hold-reason", number -> desk.hold(number, values.get("reason"), day(values.get("until")), me())));
        detail.on("lift", values -> step("lifted", "hold-reason", number -> desk.lift(number, me())));
        detail.on("pay-later", values -> step("pay-later", "hold-reason", number -> desk.payLater(number, me())));
        money.on(detail, () -> opened.value(), this::again);
        change = new OrderChangeForm(changes, this::look);
        detail.on("preview", values -> {
            if (tried("change-sku", number -> change.preview(number, values))) {
                detail.getElement().executeJs("setTimeout(()=>this.querySelector('.effect')?.focus())");
            }
        });
        detail.on("elsewhere", values -> {
            change.choose(values);
            getElement().executeJs("setTimeout(()=>this.querySelector('#change-' + $0)?.focus())", "province".equals(values.get("changed")) ? "province" : "country");
        });
        detail.on("forget", values -> {
            change.forget();
            look();
        });
        detail.on("amend", values -> step("changed", "change-sku", number -> change.apply(number, me())));
        detail.on("note", values -> step("note", "note-text", number -> desk.note(number, values.get("note"), me())));
    }

    /** @param moved is run after every step that was taken here */
    void onStep(Runnable moved) {
        this.moved = moved;
    }

    /** @param close where the order is left for */
    void show(OrderFile file, String close) {
        if (!file.number().equals(opened)) {
            change.forget();
        }
        this.opened = file.number();
        this.close = close;
        happened = file.history().size();
        getElement().setAttribute("aria-label", getTranslation("ordering.desk.order", "number", opened.value()));
        var people = staff.cards(file.history().stream().map(OrderFile.Moment::staff).filter(Objects::nonNull).collect(Collectors.toSet()));
        var moments = file.history().reversed().stream().map(moment -> new DeskMoment(moment.at(), moment.what(),
                moment.staff() == null || people.get(moment.staff()) == null ? "" : people.get(moment.staff()).name(), moment.detail())).toList();
        var values = new HashMap<String, Object>();
        values.put("file", file);
        values.put("agent", desk.agent(file.number()));
        values.put("customer", customers.find(file.summary().customer()).orElse(null));
        values.put("moments", moments);
        values.put("late", file.isLate(today()));
        values.put("today", today());
        values.put("heldBy", file.hold() == null || people.get(file.hold().by()) == null ? "" : people.get(file.hold().by()).name());
        values.put("seesPrices", user.may(Permissions.PRICES_SEE));
        values.put("carriers", shipping.carriers());
        values.put("usual", shipping.usualCarrier(file.shippingOption()));
        values.put("money", money.part(file, UI.getCurrent().getLocale()));
        values.put("close", close);
        labels = shipping.labels(file.summary().id().value());
        values.put("labels", labels);
        values.put("labelsOn", shipping.labelsOn());
        values.put("mayWait", user.may(Permissions.ORDERS_CHANGE) && file.payUntil() != null);
        values.put("mayChange", user.may(Permissions.ORDERS_CHANGE) && file.status().isOpen());
        values.put("typed", change.typed());
        values.put("effect", change.effect());
        values.put("elsewhere", change.address(file.address()));
        values.put("wrong", change.wrong());
        values.put("openAddress", change.isElsewhere());
        values.put("ways", delivery());
        detail.show(templates.render("ordering/desk-order.jte", Languages.of(UI.getCurrent().getLocale().toLanguageTag()), values));
    }

    /** Shows it again if something happened to it. */
    void refresh() {
        if (opened != null) {
            var file = desk.find(opened);
            if (file.history().size() != happened || !shipping.labels(file.summary().id().value()).equals(labels)) {
                show(file, close);
            }
        }
    }

    private void again() {
        show(desk.find(opened), close);
        moved.run();
    }

    private void look() {
        show(desk.find(opened), close);
    }

    private List<String> delivery() {
        return shipping.ways();
    }

    /** Takes a step and says what was done; a broken rule stands beside the field it belongs to. */
    private void step(String what, String field, Consumer<OrderNumber> deed) {
        if (!tried(field, deed)) {
            return;
        }
        var number = opened;
        change.forget();
        detail.clearDraft(("note".equals(what) ? "order-note-" : "ship-") + number.value());
        Notices.done(getTranslation("ordering.desk.done." + what, "number", number.value()));
        look();
        moved.run();
    }

    private boolean tried(String field, Consumer<OrderNumber> deed) {
        if (opened == null) {
            throw new NotFound();
        }
        detail.fieldError(field, "");
        try {
            deed.accept(opened);
            return true;
        } catch (Refused refused) {
            var words = texts.get(Languages.of(UI.getCurrent().getLocale().toLanguageTag()), refused.key(), refused.arguments());
            if (refused.field() == null) {
                Notices.error(words);
            } else if (!change.isWrong(refused.field(), words)) {
                detail.fieldError(id(refused.field(), field), words);
            }
            return false;
        }
    }

    private static String id(String refused, String field) {
        return switch (refused) {
            case "carrier" -> "ship-carrier";
            case "trackingNumber" -> "ship-number";
            case "reason" -> "cancel-reason";
            default -> refused.startsWith(PIECES) || refused.startsWith("hold-") || refused.startsWith("change-") || "ship-weight".equals(refused) ? refused : field;
        };
    }

    /** What was chosen of each line; nothing where the form has no such fields: then it is everything. */
    private static Map<Integer, Integer> pieces(Map<String, String> values) {
        var pieces = new HashMap<Integer, Integer>();
        values.forEach((name, value) -> {
            if (name.matches("pack-\\d{1,4}") && !value.isBlank()) {
                var line = Integer.valueOf(name.substring(PIECES.length()));
                if (!value.strip().matches("\\d{1,6}")) {
                    throw new Refused("ordering.pack.wrong", name, Map.of());
                }
                pieces.put(line, Integer.valueOf(value.strip()));
            }
        });
        if (!pieces.isEmpty() && pieces.values().stream().allMatch(each -> each == 0)) {
            throw new Refused("ordering.pack.none");
        }
        return pieces;
    }

    private static ShipmentId shipment(Map<String, String> values) {
        try {
            return new ShipmentId(UUID.fromString(values.getOrDefault("shipment", "")));
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound();
        }
    }

    private static Integer grams(String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        var text = typed.strip().replace(',', '.').replaceAll("\\s*kg$", "");
        if (!text.matches("\\d{1,3}(\\.\\d{1,3})?")) {
            throw new Refused("ordering.weight.wrong", "ship-weight", Map.of());
        }
        return new java.math.BigDecimal(text).movePointRight(3).intValue();
    }

    private static LocalDate day(String typed) {
        try {
            return typed == null || typed.isBlank() ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException notADay) {
            throw new Refused("ordering.hold.until.past", "hold-until", Map.of());
        }
    }

    private LocalDate today() {
        return clock.instant().atZone(shop.zone()).toLocalDate();
    }

    private StaffId me() {
        return user.requireStaff();
    }
}
