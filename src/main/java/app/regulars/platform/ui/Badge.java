package app.regulars.platform.ui;

import com.vaadin.flow.component.html.Span;

/** A state in one or two words. */
public class Badge extends Span {

    private static final long serialVersionUID = 1L;

    public Badge(Tone tone, String text) {
        super(text);
        addClassName("badge");
        if (tone != Tone.NEUTRAL) {
            addClassName(tone.css());
        }
    }
}
