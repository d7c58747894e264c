package app.regulars.faq.ui.customer;

import app.regulars.platform.ui.PublicView;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

@Route("help")
@AnonymousAllowed
class HelpView extends PublicView {

    private static final long serialVersionUID = 1L;

    HelpView(HelpPages pages) {
        super(pages);
    }
}
