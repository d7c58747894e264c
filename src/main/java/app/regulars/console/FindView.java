package app.regulars.console;

import java.util.HashMap;
import java.util.List;
import java.util.Set;

import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.search.SiteSearch;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** What the jump field finds where it holds no number: customers, orders, inquiries, products, articles, topics. */
@Route("console/find")
@RolesAllowed(Permissions.CUSTOMERS_SEE)
class FindView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 200;

    private final transient SiteSearch search;

    FindView(SiteSearch search, Templates templates) {
        super(templates);
        this.search = search;
        addClassName("page");
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("console.find.title"));
        var text = parameter("q").strip();
        var asked = text.substring(0, Math.min(LONGEST, text.length()));
        var found = search.find(new SiteSearch.Question(asked, Set.of(), List.of(), Set.of("public", "staff"), locale(), 0, 30));
        var values = new HashMap<String, Object>();
        values.put("query", asked);
        values.put("found", found);
        show("console/find.jte", values);
    }
}
