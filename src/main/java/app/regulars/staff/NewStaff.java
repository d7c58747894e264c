package app.regulars.staff;

import java.util.List;
import java.util.Set;

/** @param roles their codes, at least one @param languages codes such as "en", at least one @param team may be null */
public record NewStaff(String name, String email, Set<String> roles, List<String> languages, String team) {

    @Override
    public String toString() {
        return "a new member of staff";
    }
}
