package app.regulars.arranging;

import app.regulars.customer.GroupId;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * What is laid down for everybody, or for one group.
 *
 * @param version as it was read; 0 where nothing is written yet
 * @param group   null for everybody
 * @param style   how lists come; null where nothing is said
 * @param language in which the group reads the shop; null where nothing is said, and for everybody, whose browsers say it
 * @param shown   the sections of which something is said: whether they are offered
 */
public record Face(UUID id, int version, GroupId group, ListStyle style, Locale language, Map<Section, Boolean> shown) {
}
