package app.regulars.inquiry.ui.staff;

import app.regulars.catalog.Catalog;
import app.regulars.customer.CustomerDirectory;
import app.regulars.inquiry.InquiryFieldDesk;
import app.regulars.inquiry.InquiryFile;
import app.regulars.inquiry.InquiryNumber;
import app.regulars.inquiry.ui.InquiriesOfCustomer;
import app.regulars.ordering.ui.OrderBeside;
import app.regulars.platform.ui.Fragment;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** Beside the conversation: who asks, what was asked besides, what may answer it, the order in question, and earlier talk. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class BesidePane extends Composite<Aside> {

    private static final long serialVersionUID = 1L;

    private final transient Catalog catalog;
    private final transient CustomerDirectory customers;
    private final transient ArticleLinks articles;
    private final transient SuggestedAnswers suggesting;
    private final transient Templates templates;
    private final OrderBeside order;
    private final InquiriesOfCustomer earlier;
    private final Fragment context = new Fragment("context");
    private final Fragment suggestions = new Fragment("suggestions");
    private final Fragment fields = new Fragment("fields");
    private transient List<Suggested> suggested = List.of();
    private transient Painted painted;

    BesidePane(Catalog catalog, CustomerDirectory customers, ArticleLinks articles, SuggestedAnswers suggesting, OrderBeside order, InquiriesOfCustomer earlier, Templates templates) {
        this.catalog = catalog;
        this.customers = customers;
        this.articles = articles;
        this.suggesting = suggesting;
        this.order = order;
        this.earlier = earlier;
        this.templates = templates;
        getContent().add(context, fields, order, new Section(new H2(getTranslation("inquiry.desk.earlier")), earlier));
        getContent().addClassNames("pane", "ctx");
        getContent().setId("ctx");
        getElement().setAttribute("tabindex", "-1");
        getElement().setAttribute("aria-label", getTranslation("inquiry.desk.context"));
    }

    /** Where the customer's part reports. */
    Fragment context() {
        return context;
    }

    /** What may answer it; stands above the place where the answer is written. */
    Fragment suggestions() {
        return suggestions;
    }

    /** Where the answers to the questions of its type report. */
    Fragment fields() {
        return fields;
    }

    void show(InquiryFile file, Locale locale) {
        setVisible(true);
        var values = new HashMap<String, Object>();
        values.put("file", file);
        values.put("product", file.productHandle() == null ? null
                : catalog.cardsForStaff(List.of(file.productHandle())).stream().findFirst().map(card -> card.name().in(locale)).orElse(file.productHandle()));
        values.put("customer", customers.find(file.inquiry().customer()).orElse(null));
        values.put("articles", articles.html(file, locale));
        context.show(templates.render("inquiry/desk-context.jte", locale, values));
        order.show(file.inquiry().orderNumber(), file.inquiry().customer());
        earlier.show(file.inquiry().customer(), file.inquiry().number().value());
    }

    /** What stands on the page. */
    private record Painted(InquiryNumber number, List<InquiryFieldDesk.Filled> filled, boolean may, Locale locale) {
    }

    /** Painted anew only where something else has to stand there: whoever is typing into it loses nothing to a search in the queue. */
    void showFields(InquiryNumber number, List<InquiryFieldDesk.Filled> filled, boolean may, Locale locale) {
        var now = new Painted(number, filled, may, locale);
        if (now.equals(painted)) {
            return;
        }
        painted = now;
        fields.show(templates.render("inquiry/desk-fields.jte", locale, Map.of("filled", filled, "may", may)));
    }

    /** Looks for what may answer it; nobody waits for that. */
    void suggest(InquiryFile file, Locale locale) {
        suggested = List.of();
        suggestions.show("");
        suggestions.getElement().executeJs("return 1").then(shown -> {
            suggested = suggesting.of(file, locale);
            suggestions.show(templates.render("inquiry/desk-suggested.jte", locale, Map.of("suggested", suggested)));
        });
    }

    /** The text of one that was shown, or nothing. */
    String suggested(String place) {
        return place != null && place.matches("[0-9]") && Integer.parseInt(place) < suggested.size() ? suggested.get(Integer.parseInt(place)).text() : "";
    }

    void reveal() {
        getElement().executeJs("this.scrollIntoView({behavior: 'smooth', block: 'start'}); this.focus({preventScroll: true})");
    }
}
