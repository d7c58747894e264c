package app.regulars;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;
import java.util.Map;

/** The one document in which shop, customers' area and console live. */
@Push
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("styles/tokens.css")
@StyleSheet("styles/regulars.css")
@StyleSheet("styles/storefront.css")
@StyleSheet("styles/console.css")
@StyleSheet("styles/shop-more.css")
@StyleSheet("styles/talk.css")
@StyleSheet("styles/ordering.css")
@StyleSheet("styles/people.css")
@StyleSheet("styles/rights.css")
@StyleSheet("styles/prices.css")
@StyleSheet("styles/signin.css")
@StyleSheet("styles/desk.css")
@StyleSheet("styles/mail.css")
@StyleSheet("styles/staff.css")
@StyleSheet("styles/goods.css")
@StyleSheet("styles/reordering.css")
@StyleSheet("styles/search.css")
@StyleSheet("styles/clerk.css")
@StyleSheet("styles/arranging.css")
@StyleSheet("styles/returning.css")
@StyleSheet("styles/quoting.css")
@StyleSheet("styles/till.css")
@StyleSheet("styles/contracting.css")
@StyleSheet("styles/serving.css")
@StyleSheet("styles/talking.css")
@StyleSheet("styles/calling.css")
@StyleSheet("styles/review.css")
public class AppShell implements AppShellConfigurator {

    private static final long serialVersionUID = 1L;

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setViewport("width=device-width, initial-scale=1");
        settings.addFavIcon("icon", "art/favicon.svg", "any");
        // the two faces of every page, before the style sheets ask for them: words do not jump when they arrive
        for (var font : new String[] {"inter", "fraunces"}) {
            settings.addLink("/fonts/" + font + "-latin-opsz-normal.woff2",
                    Map.of("rel", "preload", "as", "font", "type", "font/woff2", "crossorigin", "anonymous"));
        }
        // before the first paint: the reader's own choice of light or dark, kept in the browser only
        settings.addInlineWithContents("try{var t=localStorage.getItem('theme');if(t)document.documentElement.dataset.theme=t}catch(e){}",
                com.vaadin.flow.component.page.Inline.Wrapping.JAVASCRIPT);
    }
}
