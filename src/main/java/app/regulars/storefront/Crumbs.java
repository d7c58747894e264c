package app.regulars.storefront;

import app.regulars.platform.web.PublicAddress;
import app.regulars.platform.web.SchemaOrg;
import java.util.ArrayList;
import java.util.Map;

/** The way from the home page to a page, as search engines read it. */
final class Crumbs {

    private Crumbs() {
    }

    /** @param links paths by name, in order */
    static Map<String, Object> jsonLd(String home, Map<String, String> links, PublicAddress address) {
        var way = new ArrayList<SchemaOrg.Crumb>();
        way.add(new SchemaOrg.Crumb(home, address.of("/")));
        links.forEach((name, path) -> way.add(new SchemaOrg.Crumb(name, address.of(path))));
        return SchemaOrg.crumbs(way);
    }
}
