package app.regulars.ordering.ui.staff;

import app.regulars.ordering.OrderDesk;
import app.regulars.ordering.OrderFile;
import app.regulars.ordering.OrderNumber;
import app.regulars.ordering.OrderPapers;
import app.regulars.payment.PaymentDesk;
import app.regulars.payment.PaymentFile;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.Fragment;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.web.Templates;
import app.regulars.staff.StaffDirectory;
import com.vaadin.flow.component.UI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The part of an order's page about its money: what moved, giving back, writing down what came in. */
@Component
class OrderMoneyDesk {

    private final PaymentDesk payments;
    private final OrderDesk orders;
    private final ObjectProvider<OrderPapers> papers;
    private final StaffDirectory staff;
    private final CurrentUser user;
    private final Templates templates;
    private final Texts texts;

    OrderMoneyDesk(PaymentDesk payments, OrderDesk orders, ObjectProvider<OrderPapers> papers, StaffDirectory staff, CurrentUser user, Templates templates, Texts texts) {
        this.payments = payments;
        this.orders = orders;
        this.papers = papers;
        this.staff = staff;
        this.user = user;
        this.templates = templates;
        this.texts = texts;
    }

    /** @param opened the number of the order that is open @param then what to do when something moved */
    void on(Fragment detail, Supplier<String> opened, Runnable then) {
        detail.on("refund", values -> deed(detail, opened.get(), "refund", then, values, (order, typed) -> payments.refund(order, typed.get("amount"), typed.get("reason"), typed.get("seen"),
                user.requireStaff())));
        detail.on("receive", values -> deed(detail, opened.get(), "receive", then, values, (order, typed) -> payments.receive(order, typed.get("amount"), typed.get("reason"), typed.get("seen"),
                user.requireStaff())));
        detail.on("take", values -> deed(detail, opened.get(), "take", then, values, (order, typed) -> payments.take(order, typed.get("amount"), typed.get("seen"), user.requireStaff())));
        detail.on("let-go", values -> deed(detail, opened.get(), "let-go", then, values, (order, typed) -> payments.letGo(order, typed.get("reason"), user.requireStaff())));
        detail.on("pay-look", values -> {
            if (payments.look(reference(opened.get()), user.requireStaff())) {
                Notices.done(UI.getCurrent().getTranslation("payment.desk.looked"));
            } else {
                Notices.error(UI.getCurrent().getTranslation("payment.problem.unreachable"));
            }
            then.run();
        });
    }

    /** Empty for whoever may not see it, and where nothing was to be paid. */
    String part(OrderFile order, Locale reader) {
        var locale = Languages.of(reader.toLanguageTag());
        if (!user.may(Permissions.PAYMENTS_SEE)) {
            return "";
        }
        var known = papers.stream().flatMap(source -> source.of(order.summary().id()).stream()).toList();
        return payments.of(order.summary().id().value()).map(file -> render(file, locale)).orElse("")
                + (known.isEmpty() ? "" : templates.render("ordering/desk-papers.jte", locale, Map.of("papers", known)));
    }

    private String render(PaymentFile file, Locale locale) {
        var people = new HashMap<String, String>();
        staff.cards(file.lines().stream().map(PaymentFile.Line::staff).filter(Objects::nonNull).collect(Collectors.toSet())).forEach((id, card) -> people.put(id.toString(), card.name()));
        return templates.render("payment/desk-ledger.jte", locale, Map.of("file", file, "people", people, "mayChange", user.may(Permissions.PAYMENTS_CHANGE)));
    }

    private void deed(Fragment detail, String opened, String form, Runnable then, Map<String, String> values, BiConsumer<UUID, Map<String, String>> deed) {
        detail.fieldError(form + "-amount", "");
        try {
            deed.accept(reference(opened), values);
        } catch (Refused refused) {
            var locale = Languages.of(UI.getCurrent().getLocale().toLanguageTag());
            detail.fieldError(form + "-" + (refused.field() == null ? "amount" : refused.field()), texts.get(locale, refused.key(), readable(refused.arguments(), locale)));
            return;
        }
        Notices.done(UI.getCurrent().getTranslation("payment." + form + ".done"));
        then.run();
    }

    private static Map<String, Object> readable(Map<String, Object> values, Locale locale) {
        return values.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                entry -> entry.getValue() instanceof app.regulars.platform.money.Money money ? app.regulars.platform.i18n.Formats.money(money, locale) : entry.getValue()));
    }

    private UUID reference(String number) {
        return orders.find(new OrderNumber(number)).summary().id().value();
    }
}
