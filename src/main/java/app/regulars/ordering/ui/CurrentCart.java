package app.regulars.ordering.ui;

import app.regulars.catalog.VariantId;
import app.regulars.ordering.CartSummary;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.UI;
import org.springframework.stereotype.Component;

/** The cart of whoever looks at the current live page: the customer's, or the visitor's of this browser. */
@Component
public class CurrentCart {

    /** Fired on the UI when its cart has changed, so that the header follows. */
    public static class Changed extends ComponentEvent<UI> {

        private static final long serialVersionUID = 1L;

        public Changed(UI source) {
            super(source, false);
        }
    }

    public CartSummary summary() {
        throw new UnsupportedOperationException();
    }

    /**
     * Puts pieces into the cart and fires {@link Changed}.
     *
     * @throws app.regulars.platform.Refused for a quantity out of bounds or a variant that is not sold
     */
    public void add(VariantId variant, int quantity) {
        throw new UnsupportedOperationException();
    }
}
