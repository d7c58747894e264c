package app.regulars.forum.ui.staff;

import app.regulars.forum.TopicFilter;

/** One list of the forum's desk. @param key part of its text's key and of the address */
public record DeskTab(TopicFilter filter, String key, long count, boolean current, String address) {
}
