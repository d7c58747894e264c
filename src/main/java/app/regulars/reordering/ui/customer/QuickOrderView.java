package app.regulars.reordering.ui.customer;

import app.regulars.ordering.ui.CurrentCart;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.reordering.QuickOrder;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.HashMap;
import java.util.Map;

/** Orders by article number: typed, pasted from a spreadsheet, or read from a file. What cannot be read is named by its line and stays. */
@Route("quick-order")
@AnonymousAllowed
class QuickOrderView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 40_000;

    private final transient QuickOrder quick;
    private final transient CurrentCart cart;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private String typed = "";

    QuickOrderView(Templates templates, QuickOrder quick, CurrentCart cart, CurrentUser user, Texts texts) {
        super(templates);
        this.quick = quick;
        this.cart = cart;
        this.user = user;
        this.texts = texts;
        page().on("read", values -> {
            typed = cut(values.getOrDefault("lines", ""));
            refresh(read(), "");
            getElement().executeJs("setTimeout(()=>this.querySelector('#read')?.focus())");
        });
        page().on("put", this::put);
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("reordering.quick.title"));
        refresh(null, "");
    }

    private QuickOrder.Read read() {
        return quick.read(typed, user.customer().orElse(null));
    }

    /** What was read goes into the cart; what was not stays in the field. A second click finds nothing more to put in. */
    private void put(Map<String, String> values) {
        var read = read();
        if (read.file().lines().isEmpty()) {
            refresh(read, "");
            return;
        }
        var left = cart.addAll(read.file().wishes(), true);
        typed = read.left();
        var said = texts.get(locale(), "reordering.quick.done", "count", read.file().lines().size() - left.size());
        refresh(typed.isEmpty() ? null : read(), left.isEmpty() ? said : said + " " + texts.get(locale(), left.getFirst().why().key(), left.getFirst().why().arguments()));
        page().clearDraft("quick-order");
        getElement().executeJs("setTimeout(()=>{const f=this.querySelector('#lines');if(f)f.value=$0;this.querySelector('#done')?.focus()},60)", typed);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private void refresh(QuickOrder.Read read, String done) {
        var model = new HashMap<String, Object>();
        model.put("typed", typed);
        model.put("read", read);
        model.put("done", done);
        show("reordering/quick.jte", model);
    }
}
