package app.regulars.merchant;

import app.regulars.platform.i18n.Localized;
import app.regulars.platform.identity.StaffId;
import java.time.Instant;

/**
 * A version of a page. Versions are never changed.
 *
 * @param body Markdown
 * @param note why it was changed, for colleagues; may be empty
 * @param by   null for what was there before versions were kept
 */
public record PageVersion(int number, Localized body, String note, Instant at, StaffId by) {
}
