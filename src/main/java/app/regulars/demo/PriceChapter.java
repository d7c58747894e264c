package app.regulars.demo;

import app.regulars.customer.CustomerDirectory;
import app.regulars.customer.GroupDesk;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.shop.Shop;
import app.regulars.pricing.AgreementDesk;
import app.regulars.pricing.PriceLineForm;
import app.regulars.pricing.PriceListDesk;
import app.regulars.pricing.PriceListForm;
import app.regulars.pricing.PromotionDesk;
import app.regulars.pricing.PromotionForm;
import app.regulars.pricing.TaxDesk;
import app.regulars.pricing.TermsDesk;
import app.regulars.shipping.DeliveryDesk;
import app.regulars.shipping.DeliveryForm;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What is agreed on prices: what cafés pay, tea weeks, a coupon for the market, one exception, and an office that pays no tax. */
@Component
@Order(5)
class PriceChapter implements DemoChapter {

    private static final double AGREED_DAYS_AGO = 20;
    private static final String MANAGES = "priya";
    private static final List<String> CAFES = List.of("maren", "noor", "elliot", "luc-thibodeau", "chantal");

    private final GroupDesk groups;
    private final PriceListDesk lists;
    private final PromotionDesk promotions;
    private final AgreementDesk agreements;
    private final TermsDesk terms;
    private final TaxDesk taxes;
    private final DeliveryDesk delivery;
    private final CustomerDirectory customers;
    private final Shop shop;
    private final DemoLedger ledger;

    PriceChapter(GroupDesk groups, PriceListDesk lists, PromotionDesk promotions, AgreementDesk agreements, TermsDesk terms, TaxDesk taxes, DeliveryDesk delivery, CustomerDirectory customers, Shop shop,
                 DemoLedger ledger) {
        this.groups = groups;
        this.lists = lists;
        this.promotions = promotions;
        this.agreements = agreements;
        this.terms = terms;
        this.taxes = taxes;
        this.delivery = delivery;
        this.customers = customers;
        this.shop = shop;
        this.ledger = ledger;
    }

    @Override
    public void tell(Story story, Timeline timeline) {
        timeline.add(story.daysAgo(AGREED_DAYS_AGO), "prices", () -> agree(story));
    }

    private void agree(Story story) {
        var by = PeopleChapter.staff(ledger, MANAGES);
        groups.add(new GroupDesk.Form("cafes", "Cafés", "Cafés"), by);
        CAFES.forEach(key -> groups.join("cafes", number(key), by));
        cafes(by);
        teaWeeks(story, by);
        market(by);
        agreements.add(new AgreementDesk.Form(number("harriet"), "VARIANT", "W-301", "34.00", "", "Bought the grinder from us in spring; Priya promised the filters at cost for a year.",
                day(story, 12)), by);
        taxes.exempt(new TaxDesk.Form(number("quill-oar"), "CA-PE", "HST", "PE-GOV-20417", day(story, 400)), by);
        abroad(by);
    }

    /** Two lines for those who moved away: the neighbours, and Europe. */
    private void abroad(StaffId by) {
        var neighbours = new DeliveryForm.Rate(Set.of("country:US"), "24.00", "150.00", "12.00", "7");
        var overseas = new DeliveryForm.Rate(Set.of("country:FR", "country:GB", "country:DE"), "42.00", "", "", "12");
        delivery.save(new DeliveryForm(null, "Parcel abroad", "Colis à l’étranger", "Canada Post", true, List.of(neighbours, overseas)), delivery.edition(), by);
    }

    /** Ten percent off coffee, their house blend at a fixed price that falls with the quantity. */
    private void cafes(StaffId by) {
        var list = lists.add(new PriceListForm("Cafés", "Café price", "Prix café", "", "", true), by);
        lists.give(list, "GROUP", "cafes", by);
        lists.set(list, new PriceLineForm("CATEGORY", "coffee", "", "", "10"), by);
        lists.set(list, new PriceLineForm("VARIANT", "C-101-1000-WB", "", "42.00", ""), by);
        lists.set(list, new PriceLineForm("VARIANT", "C-101-1000-WB", "6", "39.50", ""), by);
        lists.set(list, new PriceLineForm("VARIANT", "C-101-1000-WB", "12", "37.00", ""), by);
        lists.set(list, new PriceLineForm("PRODUCT", "cone-filters-02", "10", "", "15"), by);
        terms.agree(new TermsDesk.Form("GROUP", "cafes", "", "40.00", "45"), by);
        terms.agree(new TermsDesk.Form("CUSTOMER", number("maren"), "60.00", "", ""), by);
    }

    private void teaWeeks(Story story, StaffId by) {
        promotions.add(new PromotionForm("Tea weeks", "Tea weeks", "Semaines du thé", "PERCENT", "CATEGORY", "tea", "15", "", "", "", "", "", "EVERYBODY", "", false, true, "",
                day(story, 25), "", "", true), by);
    }

    private void market(StaffId by) {
        var market = promotions.add(new PromotionForm("Farmers’ market", "From the farmers’ market", "Du marché", "AMOUNT", "ALL", "", "", "5.00", "", "", "", "30.00", "EVERYBODY", "",
                true, true, "", "", "500", "1", true), by);
        promotions.addCoupon(market, "MARKET5", "", by);
        promotions.limit("40", by);
    }

    private String number(String key) {
        CustomerId customer = PeopleChapter.customer(ledger, key);
        return customers.find(customer).orElseThrow().number();
    }

    private String day(Story story, int days) {
        Instant then = story.now().plusSeconds(days * 86_400L);
        return then.atZone(shop.zone()).toLocalDate().toString();
    }
}
