package app.regulars.platform.ui;

import java.util.Locale;

import app.regulars.platform.i18n.Formats;
import app.regulars.platform.money.Money;
import com.vaadin.flow.component.html.Span;

/** An amount in the reader's form; its figures stand under each other and it never wraps. */
public class MoneyText extends Span {

    private static final long serialVersionUID = 1L;

    public MoneyText(Money money, Locale locale) {
        super(Formats.money(money, locale));
        addClassNames("money", "num", "nw");
    }
}
