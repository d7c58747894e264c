package app.regulars.contracting.ui.staff;

import app.regulars.contracting.ContractDesk;
import app.regulars.contracting.ContractForm;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.Fragment;
import app.regulars.platform.ui.Notices;
import app.regulars.pricing.PriceListDesk;
import app.regulars.pricing.PriceListRow;
import app.regulars.staff.StaffDirectory;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the form of a new contract and of one that is changed have in common. */
@Component
class ContractFormFields {

    private final StaffDirectory staff;
    private final PriceListDesk lists;
    private final CurrentUser user;
    private final Texts texts;

    ContractFormFields(StaffDirectory staff, PriceListDesk lists, CurrentUser user, Texts texts) {
        this.staff = staff;
        this.lists = lists;
        this.user = user;
        this.texts = texts;
    }

    Map<String, Object> values() {
        var values = new HashMap<String, Object>();
        values.put("owners", staff.all());
        values.put("lists", lists());
        return values;
    }

    /** None for somebody who may not see prices. */
    List<PriceListRow> lists() {
        return user.may(Permissions.PRICES_SEE) ? lists.list() : List.of();
    }

    static ContractForm form(String customer, Map<String, String> values) {
        return new ContractForm(customer, values.get("title"), values.get("begins"), values.get("ends"), values.getOrDefault("notice", String.valueOf(ContractDesk.USUAL_NOTICE)),
                values.getOrDefault("remind", String.valueOf(ContractDesk.USUAL_REMIND)), values.get("terms"), values.get("priceList"), values.get("owner"), values.get("version"));
    }

    void say(Refused refused, Fragment where, Locale language) {
        var words = texts.get(language, refused.key(), refused.arguments());
        if (refused.field() == null) {
            Notices.error(words);
        } else {
            where.fieldError(refused.field(), words);
        }
    }
}
