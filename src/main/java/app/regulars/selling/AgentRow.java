package app.regulars.selling;

import app.regulars.platform.identity.StaffId;
import java.util.Set;

/** An agent. @param staff who of us belongs to it */
public record AgentRow(String code, String name, String kind, boolean active, Set<StaffId> staff) {
}
