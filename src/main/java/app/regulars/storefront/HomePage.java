package app.regulars.storefront;

import app.regulars.platform.shop.Shop;
import app.regulars.platform.web.PublicPage;
import app.regulars.platform.web.PublicPages;
import app.regulars.platform.web.PublicRequest;
import app.regulars.platform.web.Templates;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class HomePage implements PublicPages {

    private final Templates templates;
    private final Shop shop;

    HomePage(Templates templates, Shop shop) {
        this.templates = templates;
        this.shop = shop;
    }

    @Override
    public boolean serves(String path) {
        return "/".equals(path);
    }

    @Override
    public Optional<PublicPage> page(PublicRequest request) {
        return Optional.of(PublicPage.of(shop.name(), shop.text("tagline").in(request.locale()), "/",
                templates.render("storefront/home.jte", request.locale(), Map.of())));
    }
}
