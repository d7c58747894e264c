package app.regulars.account.ui;

import app.regulars.account.ActingSwitch;
import app.regulars.customer.Companies;
import app.regulars.customer.CustomerCard;
import app.regulars.platform.NotFound;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.security.CurrentUser;
import com.vaadin.flow.component.UI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** For whom the person at this page may act, for the customer's menu and the checkout. */
@Component
public class ActingChoices {

    private final Companies companies;
    private final ActingSwitch acting;

    ActingChoices(Companies companies, ActingSwitch acting) {
        this.companies = companies;
        this.acting = acting;
    }

    /** @param company blank for herself */
    public record Choice(CustomerId id, String company, boolean current) {
    }

    /** Herself first; empty where there is nothing to choose. */
    public List<Choice> of(CurrentUser user) {
        var me = user.get().filter(signedIn -> signedIn.person() != null);
        if (me.isEmpty()) {
            return List.of();
        }
        var choices = new ArrayList<Choice>();
        choices.add(new Choice(me.get().person(), "", !me.get().actsForCompany()));
        for (CustomerCard company : companies.of(me.get().person())) {
            choices.add(new Choice(company.id(), company.displayName(), company.id().equals(me.get().customer())));
        }
        return choices.size() == 1 ? List.of() : choices;
    }

    /** Goes on as somebody else: loads the page anew, in a session of its own. */
    public void act(CurrentUser user, String id, String onward) {
        try {
            var address = acting.address(user.get().orElseThrow(NotFound::new), new CustomerId(UUID.fromString(id == null ? "" : id)), onward);
            UI.getCurrent().getPage().setLocation(address);
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound();
        }
    }
}
