package app.regulars.platform.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;

/** How far something has come: done steps, the current one, and those ahead. */
public class Steps extends OrderedList {

    private static final long serialVersionUID = 1L;

    public Steps() {
        addClassName("steps");
    }

    /** @param when the moment or the promise in the reader's form, or null */
    public Steps step(String name, String when, boolean done, boolean current) {
        var item = new ListItem(new Span(name));
        if (when != null) {
            var moment = new Span(when);
            moment.addClassName("sub");
            item.add(moment);
        }
        item.setClassName("done", done);
        item.setClassName("cur", current);
        if (current) {
            item.getElement().setAttribute("aria-current", "step");
        }
        add(item);
        return this;
    }
}
