package app.regulars.console;

import app.regulars.catalog.CatalogDesk;
import app.regulars.catalog.CompetitorDesk;
import app.regulars.catalog.ProductForm;
import app.regulars.catalog.Quantities;
import app.regulars.customer.CustomerGroups;
import app.regulars.customer.GroupId;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A product beyond its texts: when it is in the shop and for whom, what goes together, in which numbers, its relations, and what others ask. */
@Route("console/products/:handle")
@RolesAllowed(Permissions.CATALOG_SEE)
class ProductLifeView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient CatalogDesk desk;
    private final transient CompetitorDesk competitors;
    private final transient CustomerGroups groups;
    private final transient CurrentUser user;
    private final transient Shop shop;
    private final transient Texts texts;
    private String handle = "";

    ProductLifeView(Templates templates, CatalogDesk desk, CompetitorDesk competitors, CustomerGroups groups, CurrentUser user, Shop shop, Texts texts) {
        super(templates);
        this.desk = desk;
        this.competitors = competitors;
        this.groups = groups;
        this.user = user;
        this.shop = shop;
        this.texts = texts;
        page().on("schedule", typed -> with(typed, () -> desk.schedule(user.requireStaff(), handle,
                        ProductFormTexts.moment(typed.get("from"), "from", shop.zone()), ProductFormTexts.moment(typed.get("until"), "retireAt", shop.zone()))))
                .on("retire", typed -> with(typed, () -> desk.retire(user.requireStaff(), handle, typed.get("successor"))))
                .on("rename", this::rename)
                .on("limit", typed -> with(typed, () -> desk.limit(user.requireStaff(), handle, chosen(typed))))
                .on("numbers", typed -> with(typed, () -> save(form -> form.withVariants(numbered(form, typed)))))
                .on("rule", typed -> with(typed, () -> save(form -> form.configured(ProductFormTexts.withRule(form, typed), form.inputs()))))
                .on("rule-off", typed -> with(typed, () -> save(form -> form.configured(ProductFormTexts.without(form.rules(), ProductFormTexts::key, typed.get("which")), form.inputs()))))
                .on("relation", typed -> with(typed, () -> save(form -> related(form, typed))))
                .on("relation-off", typed -> with(typed, () -> save(form -> form.withRelations(ProductFormTexts.without(form.relations(), ProductFormTexts::key, typed.get("which"))))))
                .on("competitor", typed -> with(typed, () -> competitors.record(user.requireStaff(), handle, typed.get("competitor"),
                        ProductFormTexts.money(typed.get("price"), "price", shop.currency()), typed.get("source"), ProductFormTexts.day(typed.get("seenOn"), "seenOn"),
                        "on".equals(typed.get("shown")))))
                .on("remove-price", typed -> with(typed, () -> competitors.remove(user.requireStaff(), handle, UUID.fromString(typed.getOrDefault("id", "")))))
                .on("show", typed -> with(typed, () -> competitors.show(user.requireStaff(), handle, UUID.fromString(typed.getOrDefault("id", "")),
                        "true".equals(typed.get("to")))));
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        handle = event.getRouteParameters().get("handle").orElse("");
        if (desk.standing(handle).isEmpty()) {
            throw new NotFoundException();
        }
        refresh(Map.of(), null);
    }

    private void rename(Map<String, String> typed) {
        try {
            desk.rename(user.requireStaff(), handle, typed.get("handle"));
            Notices.done(getTranslation("console.product.saved"));
            getUI().ifPresent(ui -> ui.navigate("console/products/" + typed.getOrDefault("handle", "").strip()));
        } catch (Refused refused) {
            refresh(typed, refused);
        }
    }

    private void with(Map<String, String> typed, Runnable deed) {
        try {
            deed.run();
            Notices.done(getTranslation("console.product.saved"));
            refresh(Map.of(), null);
        } catch (Refused refused) {
            refresh(typed, refused);
            getElement().executeJs("setTimeout(()=>this.querySelector('[aria-invalid=true]')?.focus())");
        } catch (IllegalArgumentException | NotFound gone) {
            refresh(Map.of(), null);
        }
    }

    private void save(UnaryOperator<ProductForm> change) {
        desk.save(change.apply(desk.form(handle).orElseThrow(NotFound::new)));
    }

    private ProductForm related(ProductForm form, Map<String, String> typed) {
        var other = typed.getOrDefault("other", "").strip();
        if (other.equals(handle) || desk.standing(other).isEmpty()) {
            throw new Refused("catalog.life.successor", "other", Map.of());
        }
        return form.withRelations(ProductFormTexts.withRelation(form, typed));
    }

    private Set<GroupId> chosen(Map<String, String> typed) {
        var ids = groups.all().stream().collect(Collectors.toMap(group -> group.id().toString(), group -> group.id()));
        return Arrays.stream(typed.getOrDefault("group", "").split("\n")).filter(ids::containsKey).map(ids::get).collect(Collectors.toSet());
    }

    private List<ProductForm.Variant> numbered(ProductForm form, Map<String, String> typed) {
        var sku = typed.getOrDefault("sku", "");
        return form.variants().stream().map(variant -> {
            if (!variant.sku().equals(sku)) {
                return variant;
            }
            var least = ProductFormTexts.number(typed.get("least"), "least");
            var step = ProductFormTexts.number(typed.get("step"), "step");
            return new ProductForm.Variant(variant.sku(), variant.options(), variant.unit(), variant.weightGrams(), variant.backorderable(),
                    new Quantities(least == null ? 1 : least, step == null ? 1 : step, ProductFormTexts.number(typed.get("most"), "most")),
                    ProductFormTexts.number(typed.get("leadDays"), "leadDays"));
        }).toList();
    }

    private void refresh(Map<String, String> typed, Refused problem) {
        var standing = desk.standing(handle).orElseThrow(NotFound::new);
        var form = desk.form(handle).orElseThrow(NotFound::new);
        title(form.name().in(locale()));
        var model = new HashMap<String, Object>();
        model.put("standing", standing);
        model.put("form", form);
        model.put("ruleKeys", form.rules().stream().map(ProductFormTexts::key).toList());
        model.put("relationKeys", form.relations().stream().map(ProductFormTexts::key).toList());
        model.put("from", local(standing.publishedAt()));
        model.put("until", local(standing.retireAt()));
        model.put("groups", groups.all().stream().filter(group -> !group.retired() || standing.groups().contains(group.id())).toList());
        model.put("competitors", competitors.of(handle));
        model.put("may", user.may(Permissions.CATALOG_CHANGE));
        model.put("typed", typed);
        model.put("field", problem == null ? null : problem.field());
        model.put("problem", problem == null ? null : texts.get(locale(), problem.key(), problem.arguments()));
        show("console/product-life.jte", model);
    }

    private String local(java.time.Instant moment) {
        return moment == null ? "" : LocalDateTime.ofInstant(moment, shop.zone()).truncatedTo(ChronoUnit.MINUTES).toString();
    }
}
