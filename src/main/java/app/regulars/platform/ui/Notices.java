package app.regulars.platform.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;

/** Short words at the edge of the page: what was done, and what could not be. */
public final class Notices {

    private static final int DONE_MILLIS = 5_000;
    private static final int ERROR_MILLIS = 12_000;

    private Notices() {
    }

    /** Something was done; said politely, gone by itself. */
    public static void done(String text) {
        show(text, DONE_MILLIS, false);
    }

    /** Something could not be done; announced at once. */
    public static void error(String text) {
        show(text, ERROR_MILLIS, true);
    }

    private static void show(String text, int millis, boolean urgent) {
        var words = new Paragraph(text);
        words.getElement().setAttribute("role", urgent ? "alert" : "status");
        var notice = new Notification(words);
        notice.setDuration(millis);
        notice.setPosition(Notification.Position.TOP_CENTER);
        notice.addClassName(urgent ? "notice-error" : "notice-done");
        if (urgent) {
            notice.addThemeVariants(NotificationVariant.LUMO_ERROR);
        }
        notice.open();
    }
}
