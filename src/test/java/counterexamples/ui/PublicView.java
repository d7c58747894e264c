package counterexamples.ui;

import counterexamples.PublicRepository;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;

/** Breaks the rules on purpose. */
@Route(value = "bad", registerAtStartup = false)
public class PublicView extends Div {

    private static final long serialVersionUID = 1L;

    transient PublicRepository repository;
}
