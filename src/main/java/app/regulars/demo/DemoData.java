package app.regulars.demo;

import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.i18n.Localized;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Everything that stands in the resource files {@code demo/*.json}, as it stands there. Days and hours are before the first start. */
record DemoData(Merchant shop, List<Staff> staff, List<Person> people, List<Category> categories, List<Product> products, Faq faq,
                Forum forum, List<Inquiry> inquiries, Orders orders) {

    record Merchant(String name, String legalName, Localized tagline, Address address, String phone, String email, Localized hours, Officer privacyOfficer,
                    Localized announcement, Hero hero, BigDecimal freeShippingFrom, Localized about, Localized privacyStatement, Localized terms) {
    }

    record Officer(String name, String email, String phone) {
    }

    record Hero(Localized title, Localized lead, String product, Localized linkText) {
    }

    record Address(String line1, String line2, String city, String province, String postalCode, String country) {

        PostalAddress of(String recipient) {
            return new PostalAddress(recipient, line1, line2, city, province, postalCode, country);
        }
    }

    record Staff(String key, String name, String email, String role, List<String> languages, String team) {
    }

    record Company(String name, String kind) {
    }

    /** @param consents by purpose: newsletter, reminders, offers, analytics, sharing, forum, follow-up */
    record Person(String key, String kind, String name, Company company, String email, String phone, String language, Address address,
                  double joinedDaysAgo, Map<String, Boolean> consents, String preferredChannel, String occupation, String notes) {

        /** How the person signs parcels. */
        String recipient() {
            return company == null ? name : company.name() + ", " + name;
        }

        String companyName() {
            return company == null ? null : company.name();
        }
    }

    record Category(String slug, String parent, String backdrop, int position, Localized name, Localized description) {
    }

    record Product(String handle, String category, List<String> alsoIn, Localized name, Localized tagline, Localized description, String art,
                   Localized artAlt, String backdrop, List<String> gallery, String taxClass, List<Option> options, List<Variant> variants,
                   Map<String, Integer> dials, List<Spec> specs, List<Relation> relations, Localized keywords, boolean cafe,
                   double publishedDaysAgo) {

        /** The variant with exactly these options. */
        Variant variant(Map<String, String> wanted) {
            return variants.stream().filter(variant -> variant.options().equals(wanted)).findFirst().orElseThrow();
        }
    }

    record Option(String code, Localized name, List<Value> values) {
    }

    record Value(String code, Localized name) {
    }

    /** @param stock what is left after the year */
    record Variant(String sku, Map<String, String> options, BigDecimal price, Unit unit, int stock, int weightGrams, boolean backorderable) {
    }

    /** "340 g, priced per 100 g". */
    record Unit(BigDecimal quantity, String measure, BigDecimal per) {
    }

    record Spec(Localized name, Localized value) {
    }

    record Relation(String kind, String handle, Localized why) {
    }

    record Faq(List<FaqCategory> categories, List<Article> articles) {
    }

    record FaqCategory(String slug, Localized name) {
    }

    record Article(String slug, String category, Localized title, Localized summary, Localized body, Words keywords, List<String> products,
                   String author, double publishedDaysAgo) {
    }

    record Words(List<String> en, List<String> fr) {
    }

    record Forum(List<ForumCategory> categories, List<Topic> topics) {
    }

    record ForumCategory(String slug, Localized name, Localized description) {
    }

    record Topic(String slug, String category, String title, String language, String author, double daysAgo, String product, List<Post> posts) {
    }

    record Post(String author, double hoursAfter, String text, boolean solution, int helpful) {
    }

    /** @param order "latest" or null */
    record Inquiry(String person, String order, String product, String subject, String type, String priority, double daysAgo, String status,
                   String assignee, List<Message> messages, List<Note> notes) {
    }

    /** @param from "customer" or the key of a member of staff */
    record Message(String from, double hoursAfter, String text) {
    }

    record Note(String by, double hoursAfter, String text) {
    }

    record Orders(List<Rhythm> rhythms, List<Recent> recent) {
    }

    /**
     * How somebody orders over the year.
     *
     * @param season       the factor on quantities by month number; missing months are 1
     * @param lastDaysAgo  when the last order fell; the others are counted backwards from it
     */
    record Rhythm(String person, double everyDays, double jitterDays, Map<Integer, Double> season, List<Habit> basket, String shipping,
                  double startDaysAgo, double lastDaysAgo) {

        Rhythm {
            season = season == null ? Map.of() : season;
        }
    }

    /** A line that is ordered with some probability; the first of a rhythm is the usual one. */
    record Habit(String handle, Map<String, String> options, List<Integer> quantity, double probability) {
    }

    /** An order of the last weeks, told in full. */
    record Recent(String person, double daysAgo, List<Line> lines, String shipping, String status, String carrier, String tracking,
                  String reference, String note) {
    }

    record Line(String handle, Map<String, String> options, int quantity) {
    }

    Product product(String handle) {
        return products.stream().filter(product -> product.handle().equals(handle)).findFirst().orElseThrow();
    }

    Person person(String key) {
        return people.stream().filter(person -> person.key().equals(key)).findFirst().orElseThrow();
    }
}
