package app.regulars.platform.ui;

import app.regulars.platform.i18n.Languages;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.web.PublicPage;
import app.regulars.platform.web.PublicPages;
import app.regulars.platform.web.PublicRequest;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import java.util.Optional;

/**
 * The live side of a public page: shows the very fragment that the first HTML showed, and answers what people do in it.
 * Subclasses add actions with {@link #main()} and live components beside it.
 */
public abstract class PublicView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient PublicPages pages;
    private final Fragment main = new Fragment("main");
    private String title = "";
    private String section;

    protected PublicView(PublicPages pages) {
        this.pages = pages;
        getContent().add(main);
        getContent().getStyle().setDisplay(com.vaadin.flow.dom.Style.Display.CONTENTS);
    }

    protected Fragment main() {
        return main;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var location = event.getLocation();
        var parameters = PublicRequest.parameters(location.getQueryParameters().getParameters());
        var path = "/" + location.getPath().replaceAll("/+$", "");
        var request = new PublicRequest(path, parameters, Languages.of(event.getUI().getLocale().toLanguageTag()), viewer());
        var page = page(request).orElseThrow(NotFoundException::new);
        if (page.isMoved()) {
            event.forwardToUrl(page.canonicalPath());
            return;
        }
        title = page.title();
        section = page.section();
        main.show(page.html());
        entered(request, page);
    }

    /** The customer who looks, for pages that show each her own prices; null for everybody. */
    protected CustomerId viewer() {
        return null;
    }

    /** The very page that the first HTML showed this visitor. */
    protected Optional<PublicPage> page(PublicRequest request) {
        return pages.page(request);
    }

    /** Called after the page is shown, with what was asked; live components take their state from it. */
    protected void entered(PublicRequest request, PublicPage page) {
    }

    /** The slug of the navigation entry that is current, or null. */
    public String section() {
        return section;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
