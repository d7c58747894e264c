package app.regulars.pricing.ui.staff;

import app.regulars.customer.CustomerGroups;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.web.Templates;
import app.regulars.pricing.PromotionDesk;
import app.regulars.pricing.PromotionForm;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Promotions with their coupons, and the most that all of them may take off an order. */
@Route("console/promotions")
@RolesAllowed(Permissions.PRICES_SEE)
class PromotionsView extends PricingPage {

    private static final long serialVersionUID = 1L;

    private final transient PromotionDesk desk;
    private final transient CustomerGroups groups;
    private final transient Clock clock;

    PromotionsView(Templates templates, CurrentUser user, Texts texts, PromotionDesk desk, CustomerGroups groups, Clock clock) {
        super(templates, user, texts, "promotions");
        this.desk = desk;
        this.groups = groups;
        this.clock = clock;
        page().on("save-promotion", this::promotion)
                .on("kind", values -> refresh(values, List.of()))
                .on("coupon", values -> save(values, List.of(), () -> {
                    desk.addCoupon(id(parameter("open")), values.get("code"), values.get("most"), user().requireStaff());
                    refresh();
                }))
                .on("switch-coupon", values -> save(values, List.of(), () -> {
                    desk.switchCoupon(id(parameter("open")), id(values.get("id")), "on".equals(values.get("to")), user().requireStaff());
                    refresh();
                }))
                .on("limit", values -> save(values, List.of(), () -> {
                    desk.limit(values.get("limit"), user().requireStaff());
                    refresh();
                }));
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("pricing.promotions.title"));
        refresh();
    }

    private void promotion(Map<String, String> values) {
        var form = form(values);
        save(values, desk.problems(form), () -> {
            if ("new".equals(parameter("open"))) {
                var made = desk.add(form, user().requireStaff());
                change(Map.of("open", made.toString()));
            } else {
                desk.change(id(parameter("open")), form, user().requireStaff());
                refresh();
            }
        });
    }

    private static PromotionForm form(Map<String, String> values) {
        return new PromotionForm(values.get("name"), values.get("labelEn"), values.get("labelFr"), values.get("kind"), values.get("scope"), values.get("target"),
                values.get("percent"), values.get("amount"), values.get("buy"), values.get("get"), values.get("gift"), values.get("minimum"), values.get("audience"),
                "GROUP".equals(values.get("audience")) ? values.get("group") : values.get("whom"), "on".equals(values.get("couponOnly")), "on".equals(values.get("combinable")),
                values.get("from"), values.get("until"), values.get("mostUses"), values.get("mostEach"), "on".equals(values.get("active")));
    }

    @Override
    void refresh(Map<String, String> typed, List<Refused> problems) {
        var model = model(typed, problems);
        var all = desk.list();
        var fresh = "new".equals(parameter("open"));
        model.put("promotions", all);
        model.put("fresh", fresh);
        model.put("open", fresh || parameter("open").isEmpty() ? null : all.stream().filter(each -> each.id().equals(id(parameter("open")))).findFirst().orElse(null));
        model.put("limit", desk.limit());
        model.put("now", clock.instant());
        model.put("groups", groups.all().stream().filter(group -> !group.retired()).toList());
        show("pricing/promotions.jte", model);
    }
}
