package app.regulars.console;

import app.regulars.platform.i18n.Localized;
import java.util.List;

/** A product whose page lacks something. */
public record CompletenessLine(String handle, Localized name, List<String> gaps) {
}
