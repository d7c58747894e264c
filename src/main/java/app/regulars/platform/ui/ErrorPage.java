package app.regulars.platform.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.HasDynamicTitle;

/** What stands where a page could not be shown; looks like the part of the house in which it happened. */
abstract class ErrorPage extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private String title = "";

    void say(BeforeEnterEvent event, String title, String text) {
        this.title = title;
        var path = event.getLocation().getPath();
        var console = path.equals("console") || path.startsWith("console/");
        addClassName("error-page");
        var home = new Anchor(console ? "/console" : "/", getTranslation(console ? "platform.error.home.console" : "platform.error.home"));
        home.addClassNames("btn", "solid");
        var content = new Div(new H1(title), new Paragraph(text), home);
        content.addClassNames("wrap", "none");
        add(content);
        getElement().executeJs("window.regularsTakeOver && window.regularsTakeOver()");
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
