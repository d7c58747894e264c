package app.regulars.platform.ui;

import com.vaadin.flow.component.Component;

/** Puts the staff's desk, its menu and top bar, around a page that no route leads to; made by the module that has the desk. */
public interface DeskFrame {

    Component around(Component content);
}
