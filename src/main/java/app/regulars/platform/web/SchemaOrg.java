package app.regulars.platform.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The beginnings of what search engines read of a page (schema.org), to be completed by the page and written by Jackson. */
public final class SchemaOrg {

    private SchemaOrg() {
    }

    /** One page on the way to another. @param item its address */
    public record Crumb(String name, String item) {
    }

    /** An object that stands for itself. */
    public static Map<String, Object> object(String type) {
        var object = new LinkedHashMap<String, Object>();
        object.put("@context", "https://schema.org");
        object.put("@type", type);
        return object;
    }

    /** An object inside another. */
    public static Map<String, Object> part(String type) {
        var object = new LinkedHashMap<String, Object>();
        object.put("@type", type);
        return object;
    }

    /** The way to a page, from the first to the page itself. */
    public static Map<String, Object> crumbs(List<Crumb> way) {
        var items = new ArrayList<>();
        way.forEach(crumb -> {
            var item = part("ListItem");
            item.put("position", items.size() + 1);
            item.put("name", crumb.name());
            item.put("item", crumb.item());
            items.add(item);
        });
        var list = object("BreadcrumbList");
        list.put("itemListElement", items);
        return list;
    }
}
