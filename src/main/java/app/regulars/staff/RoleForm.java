package app.regulars.staff;

import java.util.Set;

/** @param permissions codes; what is none of the permissions is left away */
public record RoleForm(String nameEn, String nameFr, Set<String> permissions) {
}
