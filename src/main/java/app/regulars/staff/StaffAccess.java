package app.regulars.staff;

import app.regulars.platform.identity.StaffId;
import java.util.Set;

/** What a member of staff who works here may do at this moment. @param roles as doors and views name them */
public record StaffAccess(StaffId id, String name, Set<String> roles) {
}
