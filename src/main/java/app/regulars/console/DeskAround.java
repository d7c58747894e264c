package app.regulars.console;

import app.regulars.platform.ui.DeskFrame;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.di.Instantiator;

/** The desk around a page that could not be shown, so that whoever stands there finds her way on. */
@org.springframework.stereotype.Component
class DeskAround implements DeskFrame {

    @Override
    public Component around(Component content) {
        var desk = Instantiator.get(UI.getCurrent()).createComponent(ConsoleLayout.class);
        desk.showRouterLayoutContent(content);
        return desk;
    }
}
