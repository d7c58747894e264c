package app.regulars.platform.ui;

import com.vaadin.flow.component.html.Span;

/** The round picture of a person, decorative: the name always stands beside it. */
public class Avatar extends Span {

    private static final long serialVersionUID = 1L;

    public Avatar(String name) {
        super(Initials.of(name));
        addClassNames("av", Initials.tint(name));
        getElement().setAttribute("aria-hidden", "true");
    }
}
