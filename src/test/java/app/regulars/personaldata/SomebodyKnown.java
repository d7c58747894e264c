package app.regulars.personaldata;

import app.regulars.account.Registration;
import app.regulars.customer.CustomerDirectory;
import app.regulars.forum.ForumDesk;
import app.regulars.forum.MyForum;
import app.regulars.forum.NewPost;
import app.regulars.forum.NewTopic;
import app.regulars.inquiry.InquiryDesk;
import app.regulars.inquiry.InquiryType;
import app.regulars.inquiry.MyInquiries;
import app.regulars.inquiry.NewInquiry;
import app.regulars.ordering.CartOwner;
import app.regulars.ordering.ImportedOrder;
import app.regulars.ordering.MyHabits;
import app.regulars.ordering.OrderImport;
import app.regulars.ordering.OrderNumber;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.time.BusinessClock;
import app.regulars.privacy.ConsentActor;
import app.regulars.privacy.ConsentLedger;
import app.regulars.search.SearchDocument;
import app.regulars.search.SearchIndex;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** A person of whom every module knows something, and of whom others wrote. */
record SomebodyKnown(CustomerId id, String name, String number, String topic, PersonalTraces traces) {

    private static final AtomicInteger PEOPLE = new AtomicInteger();
    static final String EMAIL = "zephirine@quackenbush.example";

    static SomebodyKnown in(ApplicationContext house, String suffix) {
        var result = new AtomicReference<SomebodyKnown>();
        // listeners answer at once (see ListenerThreads)
        BusinessClock.at(Instant.now().minus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MICROS), () -> result.set(make(house, suffix)));
        return result.get();
    }

    private static SomebodyKnown make(ApplicationContext house, String suffix) {
        var now = Instant.now().minus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MICROS);
        var email = suffix + EMAIL;
        // nobody else of the same database is called so, or lives there
        var one = PEOPLE.incrementAndGet();
        var name = "Zéphirine Quackenbush-" + (char) ('A' + one);
        var phone = "+1 902 555 01%02d".formatted(one);
        var line = 700 + one + " Heron Causeway";
        var customers = house.getBean(CustomerDirectory.class);
        var jdbc = house.getBean(JdbcTemplate.class);
        var me = customers.obtain(email, name, "Quackenbush & Daughters", phone, Languages.FRENCH, "registration");
        customers.rememberAddress(me, new PostalAddress(name, line, "Unit 4", "Souris", "PE", "C0A 2B0", "CA"));
        house.getBean(Registration.class).openAccount(me, "correct horse battery staple", now);
        var order = new OrderNumber(suffix.toUpperCase() + "HL-90001");
        house.getBean(OrderImport.class).save(List.of(new ImportedOrder(order, me, name, now.minus(20, ChronoUnit.DAYS), "CAD", false,
                List.of(new ImportedOrder.Line("SKU-1", "Harbour blend", null, 2, Money.of(new BigDecimal("19.50"), "CAD"))), null, null, "CA", name, "Leave it with " + name)));
        jdbc.update("update sales_order set contact_email = ?, contact_phone = ?, line1 = ?, city = 'Souris', province = 'PE', search_text = ? where number = ?", email,
                phone, line, (order.value() + " " + name).toLowerCase(), order.value());
        house.getBean(MyHabits.class).answer(me, "other", "Because " + name + " knows you");
        var asked = house.getBean(MyInquiries.class).ask(me, new NewInquiry("Where is it? " + name, "I live at " + line + ", call " + phone, InquiryType.values()[0], null, null,
                UUID.randomUUID().toString()));
        var staff = StaffId.next();
        house.getBean(InquiryDesk.class).note(asked, name + " is a regular", UUID.randomUUID().toString(), staff);
        house.getBean(ForumDesk.class).saveCategory("brewing", new Localized("Brewing", "Infusion"), new Localized("Recipes", null), 1);
        var forum = house.getBean(MyForum.class);
        var other = customers.obtain(suffix + "other@example.com", "Other Person", null, null, Languages.ENGLISH, "test");
        var topic = forum.open(other, new NewTopic("brewing", "Which water for the blend " + suffix, "Thank you, " + name + ", write to " + email, "en", null, null, null)).slug();
        forum.answer(me, topic, new NewPost("Soft water, says somebody from Souris.", null));
        jdbc.update("insert into cart (id, version, owner_key, created_at, changed_at) values (?, 0, ?, ?, ?)", Columns.bytes(Ids.next()), CartOwner.of(me).key(),
                Columns.utc(now), Columns.utc(now));
        jdbc.update("insert into search_log (id, asked_at, language, question, results) values (?, ?, 'en', ?, 0)", Columns.bytes(Ids.next()), Columns.utc(now),
                "where is the order of " + email);
        house.getBean(AuditTrail.class).changed(staff, "customer.viewed", "customer", me.value(), Change.of(name).about(me).of("phone", null, phone));
        house.getBean(SearchIndex.class).put(List.of(new SearchDocument("order", order.value(), null, "customer:" + me, order.value(), name, email,
                "/my/orders/" + order.value(), List.of(), 1)));
        var ledger = house.getBean(ConsentLedger.class);
        ledger.grant(me, "newsletter", Languages.FRENCH, "registration", ConsentActor.person(me), now.minus(5, ChronoUnit.DAYS));
        ledger.grant(me, "offers", Languages.FRENCH, "registration", ConsentActor.person(me), now.minus(5, ChronoUnit.DAYS));
        ledger.withdraw(me, "offers", "privacy-page", ConsentActor.person(me), now.minus(1, ChronoUnit.DAYS));
        return new SomebodyKnown(me, name, order.value(), topic, house.getBean(PersonalTraces.Reading.class).of(me));
    }
}
