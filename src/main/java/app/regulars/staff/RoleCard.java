package app.regulars.staff;

import app.regulars.platform.i18n.Localized;
import java.util.Set;

/**
 * A role as staff see it.
 *
 * @param everything whether it holds every permission, those of later versions too
 * @param shipped    whether every shop has it; such a one cannot be deleted
 * @param members    how many active members have it
 */
public record RoleCard(String code, Localized name, boolean everything, boolean shipped, Set<String> permissions, long members) {
}
