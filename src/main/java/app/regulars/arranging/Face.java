package app.regulars.arranging;

import app.regulars.customer.GroupId;
import java.util.Map;
import java.util.UUID;

/**
 * What is laid down for everybody, or for one group.
 *
 * @param version as it was read; 0 where nothing is written yet
 * @param group   null for everybody
 * @param style   how lists come; null where nothing is said
 * @param shown   the sections of which something is said: whether they are offered
 */
public record Face(UUID id, int version, GroupId group, ListStyle style, Map<Section, Boolean> shown) {
}
