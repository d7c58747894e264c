package app.regulars.platform.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** Nothing is here yet: says so, and what to do next. */
public class EmptyState extends Div {

    private static final long serialVersionUID = 1L;

    public EmptyState(String title, String text) {
        addClassNames("none", "empty-state");
        add(new H2(title), new Paragraph(text));
    }

    /** Adds the one thing to do next. */
    public EmptyState withLink(String address, String text) {
        var link = new Anchor(address, text);
        link.addClassNames("btn", "solid");
        add(link);
        return this;
    }
}
