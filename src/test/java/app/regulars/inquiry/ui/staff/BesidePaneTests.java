package app.regulars.inquiry.ui.staff;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.inquiry.InquiryField;
import app.regulars.inquiry.InquiryFieldDesk.Filled;
import app.regulars.inquiry.InquiryNumber;
import app.regulars.inquiry.InquiryType;
import app.regulars.platform.i18n.Localized;
import app.regulars.testing.RegularsTest;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/** What stands beside an inquiry while somebody types into it. */
@RegularsTest
class BesidePaneTests {

    private static final InquiryNumber ONE = new InquiryNumber("INQ-9001");

    @Autowired
    private ObjectProvider<BesidePane> panes;

    private final InquiryField field = new InquiryField(UUID.randomUUID(), InquiryType.QUESTION, InquiryField.Kind.TEXT, new Localized("Serial number", "Numéro de série"), List.of(), false, false, 1, false, 0);

    @Test
    void theQuestionsArePaintedAnewOnlyWhereSomethingElseHasToStandThere() {
        var pane = panes.getObject();
        try (var page = new Pressed(pane.fields())) {
            pane.showFields(ONE, List.of(new Filled(field, null)), true, Locale.CANADA);
            assertThat(page.sent()).contains("Serial number");
            pane.showFields(ONE, List.of(new Filled(field, null)), true, Locale.CANADA);
            assertThat(page.sent()).as("a search in the queue").isEmpty();
            pane.showFields(ONE, List.of(new Filled(field, "A-17")), true, Locale.CANADA);
            assertThat(page.sent()).as("a colleague's answer").contains("A-17");
            pane.showFields(new InquiryNumber("INQ-9002"), List.of(new Filled(field, "A-17")), true, Locale.CANADA);
            assertThat(page.sent()).as("another inquiry").contains("A-17");
        }
    }
}
