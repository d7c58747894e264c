package app.regulars.storefront;

import app.regulars.platform.web.PublicAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The way from the home page to a page, as search engines read it. */
final class Crumbs {

    private Crumbs() {
    }

    /** @param links paths by name, in order */
    static Map<String, Object> jsonLd(String home, Map<String, String> links, PublicAddress address) {
        List<Object> items = new ArrayList<>();
        items.add(item(1, home, address.of("/")));
        links.forEach((name, path) -> items.add(item(items.size() + 1, name, address.of(path))));
        var list = new LinkedHashMap<String, Object>();
        list.put("@context", "https://schema.org");
        list.put("@type", "BreadcrumbList");
        list.put("itemListElement", items);
        return list;
    }

    private static Map<String, Object> item(int position, String name, String url) {
        var item = new LinkedHashMap<String, Object>();
        item.put("@type", "ListItem");
        item.put("position", position);
        item.put("name", name);
        item.put("item", url);
        return item;
    }
}
