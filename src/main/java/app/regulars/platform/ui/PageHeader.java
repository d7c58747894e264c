package app.regulars.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;

/** The one h1 of a page, a line below it, and what can be done with the whole page. */
public class PageHeader extends Div {

    private static final long serialVersionUID = 1L;

    private final H1 title;
    private final Div words = new Div();

    public PageHeader(String title, Component... actions) {
        addClassName("page-head");
        this.title = new H1(title);
        this.title.addClassName("pt");
        words.add(this.title);
        add(words);
        if (actions.length > 0) {
            var side = new Div(actions);
            side.addClassName("acts");
            add(side);
        }
    }

    public PageHeader withLine(String text) {
        var line = new Paragraph(text);
        line.addClassNames("dim", "muted");
        words.add(line);
        return this;
    }

    public void setTitle(String text) {
        title.setText(text);
    }
}
