package app.regulars.selling;

import app.regulars.platform.identity.StaffId;
import java.util.Set;

/** An agent as typed. @param code letters, digits and dashes; stays once it was given */
public record AgentForm(String code, String name, String kind, boolean active, Set<StaffId> staff) {
}
