package app.regulars.assortment.ui.staff;

import app.regulars.assortment.AssortmentDesk;
import app.regulars.assortment.ProductFields;
import app.regulars.assortment.ProductSheet;
import app.regulars.catalog.ProductForm;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.dao.OptimisticLockingFailureException;

/** A product is made or changed here, with everything that belongs to it, in one form. */
@Route("console/catalog/edit/:handle?")
@JsModule("./regulars-desk.ts")
@RolesAllowed(Permissions.CATALOG_CHANGE)
class ProductEditView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final Pattern OPTION_VALUE = Pattern.compile("value-(\\d{1,2})");
    private static final Pattern REMOVE = Pattern.compile("remove-([osrv]\\d{1,3}(v\\d{1,3})?)");
    private static final int MOST_ROWS = 100;

    private final transient AssortmentDesk desk;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private String handle;
    private String token;
    private transient ProductForm base;

    ProductEditView(Templates templates, AssortmentDesk desk, CurrentUser user, Texts texts) {
        super(templates);
        this.desk = desk;
        this.user = user;
        this.texts = texts;
        page().on("save", typed -> {
            if (typed.getOrDefault("do", "save").equals("save")) {
                save(typed);
            } else {
                arrange(typed, typed.get("do"));
            }
        }).on("uploaded", typed -> {
            var more = new HashMap<>(typed);
            more.put("art", typed.getOrDefault("address", ""));
            refresh(more, Map.of());
        }).on("attached", typed -> {
            var more = new HashMap<>(typed);
            more.put("gallery", (typed.getOrDefault("gallery", "").strip() + "\n" + typed.getOrDefault("address", "")).strip());
            refresh(more, Map.of());
        });
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        handle = event.getRouteParameters().get("handle").orElse(null);
        if (handle == null) {
            base = null;
            token = null;
            title(getTranslation("assortment.new"));
            refresh(ProductFields.empty(), Map.of());
            return;
        }
        var sheet = desk.sheet(handle).orElseThrow(NotFoundException::new);
        base = sheet.form();
        token = sheet.token();
        title(base.name().in(locale()));
        refresh(sheet.fields(), Map.of());
    }

    private void save(Map<String, String> typed) {
        try {
            var saved = desk.save(user.requireStaff(), handle, token, typed);
            if (saved.handle() == null) {
                refused(typed, saved.problems());
                return;
            }
            Notices.done(getTranslation("assortment.saved"));
            if (handle == null) {
                getUI().ifPresent(ui -> ui.navigate("console/catalog/edit/" + saved.handle()));
            } else {
                reload();
            }
        } catch (Refused refused) {
            refused(typed, Map.of(refused.field() == null ? "" : refused.field(), refused));
        } catch (OptimisticLockingFailureException faster) {
            refused(typed, Map.of("", new Refused("assortment.stale")));
        } catch (NotFound gone) {
            refused(typed, Map.of("", new Refused("assortment.gone")));
        }
    }

    private void reload() {
        var sheet = desk.sheet(handle).orElseThrow(NotFound::new);
        base = sheet.form();
        token = sheet.token();
        title(base.name().in(locale()));
        refresh(sheet.fields(), Map.of());
    }

    private void refused(Map<String, String> typed, Map<String, Refused> problems) {
        var sentences = new LinkedHashMap<String, String>();
        problems.forEach((field, refused) -> sentences.put(field, texts.get(locale(), refused.key(), refused.arguments())));
        refresh(typed, sentences);
        getElement().executeJs("setTimeout(()=>(this.querySelector('[aria-invalid=true]')??this.querySelector('.form-problem'))?.focus())");
    }

    /** A row more or less, or the articles made of the options; what was typed stays. */
    private void arrange(Map<String, String> typed, String what) {
        var fields = new LinkedHashMap<>(typed);
        fields.remove("do");
        var added = switch (what) {
            case "option" -> row(fields, "o", "-en");
            case "spec" -> row(fields, "s", "-name-en");
            case "relation" -> row(fields, "r", "-other");
            case "article" -> row(fields, "v", "-sku");
            default -> null;
        };
        var value = OPTION_VALUE.matcher(what);
        var remove = REMOVE.matcher(what);
        if (value.matches()) {
            added = row(fields, "o" + value.group(1) + "v", "-en");
        } else if (remove.matches()) {
            fields.keySet().removeIf(name -> name.matches(Pattern.quote(remove.group(1)) + "[v-].*"));
        } else if (what.equals("articles")) {
            fields = new LinkedHashMap<>(ProductSheet.withVariants(fields, base));
            added = "v0-sku";
        }
        refresh(fields, Map.of());
        if (added != null) {
            getElement().executeJs("setTimeout(()=>document.getElementById('p-'+$0)?.focus())", added);
        }
    }

    private static String row(Map<String, String> fields, String letter, String field) {
        var next = rows(fields, letter).stream().mapToInt(Integer::intValue).max().orElse(-1) + 1;
        if (next >= MOST_ROWS) {
            return null;
        }
        fields.put(letter + next + field, "");
        if (letter.equals("o")) {
            fields.put("o" + next + "v0-en", "");
            fields.put("o" + next + "v1-en", "");
        }
        return letter + next + field;
    }

    /** The numbers of the rows that the form has. */
    static List<Integer> rows(Map<String, String> fields, String letter) {
        var name = Pattern.compile(Pattern.quote(letter) + "(\\d{1,3})[v-].*");
        return fields.keySet().stream().map(name::matcher).filter(java.util.regex.Matcher::matches).map(found -> Integer.valueOf(found.group(1))).distinct().sorted().toList();
    }

    private void refresh(Map<String, String> fields, Map<String, String> problems) {
        var model = new HashMap<String, Object>();
        var options = ProductSheet.options(fields);
        model.put("handle", handle);
        model.put("typed", fields);
        model.put("problems", problems);
        model.put("options", rows(fields, "o"));
        var values = new HashMap<Integer, List<Integer>>();
        rows(fields, "o").forEach(option -> values.put(option, rows(fields, "o" + option + "v")));
        model.put("values", values);
        model.put("variants", rows(fields, "v"));
        model.put("specs", rows(fields, "s"));
        model.put("relations", rows(fields, "r"));
        var words = new HashMap<Integer, String>();
        rows(fields, "v").forEach(row -> words.put(row, words(options, ProductSheet.chosen(fields.getOrDefault("v" + row + "-choice", ""), options))));
        model.put("words", words);
        model.put("categories", desk.categories());
        model.put("mayPrice", user.may(Permissions.PRICES_CHANGE));
        model.put("mayStock", user.may(Permissions.STOCK_CHANGE));
        show("assortment/edit.jte", model);
    }

    private String words(List<ProductForm.Option> options, Map<String, String> chosen) {
        return String.join(" · ", options.stream().flatMap(option -> option.values().stream().filter(value -> value.code().equals(chosen.get(option.code()))))
                .map(value -> value.name().in(locale())).toList());
    }
}
