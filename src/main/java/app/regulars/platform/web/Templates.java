package app.regulars.platform.web;

import app.regulars.platform.i18n.Texts;
import app.regulars.platform.shop.Shop;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Renders the HTML fragments of public pages and mails from the JTE templates under {@code src/main/jte} (compiled with the
 * application, escaped by context). Every template has the parameter {@code page}, a {@link PageContext}.
 */
@Component
public class Templates {

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Texts texts;
    private final Shop shop;

    Templates(Texts texts, Shop shop) {
        this.texts = texts;
        this.shop = shop;
    }

    /** @param template path below {@code src/main/jte}, such as "catalog/product.jte" */
    public String render(String template, Locale locale, Map<String, Object> parameters) {
        var all = new HashMap<String, Object>(parameters);
        all.put("page", new PageContext(texts, shop, locale));
        var output = new StringOutput(16_384);
        engine.render(template, all, output);
        return output.toString();
    }
}
