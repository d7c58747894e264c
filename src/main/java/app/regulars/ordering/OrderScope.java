package app.regulars.ordering;

import app.regulars.platform.NotFound;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Which orders whoever asks may see: who belongs to an office and may not see all orders sees those that the office sold. */
@Component
class OrderScope {

    private final CurrentUser user;
    private final ObjectProvider<SalesAgents> agents;

    OrderScope(CurrentUser user, ObjectProvider<SalesAgents> agents) {
        this.user = user;
        this.agents = agents;
    }

    /** The agents whose orders she sees; empty for all orders. */
    Set<String> offices() {
        var staff = user.staff();
        return staff.isEmpty() || user.may(Permissions.ORDERS_ALL) ? Set.of() : agents.stream().findFirst().map(all -> all.offices(staff.get())).orElse(Set.of());
    }

    /** @throws NotFound for an order of somebody else's */
    Order seen(Order order) {
        var offices = offices();
        if (!offices.isEmpty() && (order.agent() == null || !offices.contains(order.agent()))) {
            throw new NotFound();
        }
        return order;
    }

    String valid(String code) {
        return code == null || code.isBlank() ? null : agents.stream().findFirst().flatMap(all -> all.valid(code)).orElse(null);
    }

    List<String> all() {
        return agents.stream().findFirst().map(SalesAgents::all).orElse(List.of());
    }
}
