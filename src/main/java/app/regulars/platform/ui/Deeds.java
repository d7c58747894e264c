package app.regulars.platform.ui;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;

/** What people do on a live page without leaving it, said by its name and nothing else. Who says it does not know who listens. */
public final class Deeds {

    private Deeds() {
    }

    /** Somebody has done it on the current page, such as "address-saved". Without a page nobody hears it. */
    public static void done(String what) {
        var ui = UI.getCurrent();
        if (ui != null) {
            ComponentUtil.fireEvent(ui, new Done(ui, what));
        }
    }

    public static Registration on(UI ui, ComponentEventListener<Done> listener) {
        return ComponentUtil.addListener(ui, Done.class, listener);
    }

    /** Fired on the UI. */
    public static final class Done extends ComponentEvent<UI> {

        private static final long serialVersionUID = 1L;

        private final String what;

        private Done(UI source, String what) {
            super(source, false);
            this.what = what;
        }

        public String what() {
            return what;
        }
    }
}
