package app.regulars.console;

import app.regulars.catalog.Catalog;
import app.regulars.faq.HelpCenter;
import app.regulars.platform.shop.Shop;
import app.regulars.shipping.DeliveryDesk;
import app.regulars.staff.StaffDirectory;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is left to do until an empty shop can sell; over once it has a product and an order. */
@Component
class FirstSteps {

    private final Shop shop;
    private final DeliveryDesk delivery;
    private final Catalog catalog;
    private final HelpCenter help;
    private final StaffDirectory staff;

    FirstSteps(Shop shop, DeliveryDesk delivery, Catalog catalog, HelpCenter help, StaffDirectory staff) {
        this.shop = shop;
        this.delivery = delivery;
        this.catalog = catalog;
        this.help = help;
        this.staff = staff;
    }

    /** @param sold whether there is an order @return nothing once the shop sells */
    List<FirstStep> open(boolean sold) {
        var products = catalog.countPublished() > 0;
        if (products && sold) {
            return List.of();
        }
        return List.of(new FirstStep("shop", "/console/shop", !shop.get("address-line1", "").isEmpty() && !shop.get("email", "").isEmpty()),
                new FirstStep("delivery", "/console/delivery", delivery.isSetUp()),
                new FirstStep("categories", "/console/catalog/categories?open=new", !catalog.topCategories().isEmpty()),
                new FirstStep("product", "/console/catalog/edit", products),
                new FirstStep("help", "/console/help?new=1", !help.categories().isEmpty()),
                new FirstStep("staff", "/console/staff", staff.all().size() > 1));
    }
}
