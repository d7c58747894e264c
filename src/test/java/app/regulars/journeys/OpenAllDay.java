package app.regulars.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.regulars.testing.Visitor;

/** Service hours that are never over, so that a journey may be made at any hour. */
final class OpenAllDay {

    private OpenAllDay() {
    }

    /** @param manager whoever may set the hours */
    static void from(Visitor manager) {
        var page = manager.opens("/console/service?tab=hours").page();
        for (var day = 0; day < 7; day++) {
            page.locator("#day" + day).fill("0:00-24:00");
        }
        page.locator("#province").selectOption("");
        var said = page.locator(".sec-h ~ p").first().innerText();
        page.locator("form[data-action=save] button.pri").last().click();
        assertThat(page.locator(".sec-h ~ p").first()).not().hasText(said);
    }
}
