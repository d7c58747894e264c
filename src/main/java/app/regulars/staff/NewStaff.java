package app.regulars.staff;

import java.util.List;

/** @param languages codes such as "en", at least one @param team may be null */
public record NewStaff(String name, String email, StaffRole role, List<String> languages, String team) {

    @Override
    public String toString() {
        return "a new member of staff";
    }
}
