package app.regulars.inquiry;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import app.regulars.customer.CustomerDirectory;
import app.regulars.ordering.OrderNumber;
import app.regulars.ordering.Orders;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.text.PersonTexts;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The customers' door: asks, reads and answers their own inquiries. What is not theirs is not found; in a company its people find what their role there
 * lets them see ({@link WhoseInquiries}).
 */
@Service
public class MyInquiries {

    private static final int MOST_AN_HOUR = 20;
    private static final int MOST_AN_HOUR_UNKNOWN = 5;

    private final InquiryRepository inquiries;
    private final Conversations conversations;
    private final InquiryDrawer drawer;
    private final CustomerDirectory customers;
    private final Orders orders;
    private final WhoseInquiries whose;
    private final Clock clock;

    MyInquiries(InquiryRepository inquiries, Conversations conversations, InquiryDrawer drawer, CustomerDirectory customers, Orders orders,
            WhoseInquiries whose, Clock clock) {
        this.inquiries = inquiries;
        this.conversations = conversations;
        this.drawer = drawer;
        this.customers = customers;
        this.orders = orders;
        this.whose = whose;
        this.clock = clock;
    }

    /**
     * Opens an inquiry; the same request key opens the same one.
     *
     * @throws Refused for an empty or too long text, or too many in an hour
     */
    @Transactional
    public InquiryNumber ask(CustomerId me, NewInquiry form) {
        return open(me, true, form, MOST_AN_HOUR);
    }

    /**
     * Opens an inquiry for somebody who is not signed in: the answer goes to the address, so nothing has to be proved.
     *
     * @throws Refused for a broken address, an empty or too long text, or too many in an hour
     */
    @Transactional
    public InquiryNumber askAsVisitor(String name, String email, Locale locale, NewInquiry form) {
        Wording.text(form.text());
        var who = PersonTexts.clean(name);
        if (who == null || who.length() > 120) {
            throw new Refused("inquiry.refused.name", "name", Map.of());
        }
        var address = email == null ? "" : email.strip();
        if (address.length() > 254 || !address.matches("[^\\s@<>\",;:]+@[^\\s@<>\",;:]+\\.[^\\s@<>\",;:.]{2,}")) {
            throw new Refused("inquiry.refused.email", "email", Map.of());
        }
        return open(customers.obtain(address, who, null, null, locale, "inquiry"), false, form, MOST_AN_HOUR_UNKNOWN);
    }

    private InquiryNumber open(CustomerId me, boolean signedIn, NewInquiry form, int mostAnHour) {
        Objects.requireNonNull(me);
        var asked = drawer.openedBy(form.requestKey(), me);
        if (asked.isPresent()) {
            return asked.get();
        }
        if (inquiries.countByCustomerIdAndOpenedAtAfter(me, clock.instant().minus(Duration.ofHours(1))) >= mostAnHour) {
            throw new Refused("inquiry.refused.too-many");
        }
        return drawer.open(me, signedIn, form.about(ownOrder(me, form.orderNumber())).from(signedIn ? whose.personOf(me).orElse(null) : null));
    }

    /** An order that is not the asker's is left away without a word. */
    private String ownOrder(CustomerId me, String number) {
        return number == null || number.isBlank() ? null
                : orders.find(new OrderNumber(number)).filter(order -> order.customer().equals(me)).map(order -> order.number().value()).orElse(null);
    }

    /** Newest first. @param limit at most 200 */
    @Transactional(readOnly = true)
    public List<InquirySummary> list(CustomerId me, int limit) {
        return inquiries.ofCustomer(Objects.requireNonNull(me), whose.only(me), Limit.of(Math.min(200, limit)));
    }

    /** @throws NotFound if it is not there or not mine */
    @Transactional(readOnly = true)
    public InquiryConversation conversation(CustomerId me, InquiryNumber number) {
        var mine = whole(inquiries.findByNumberAndCustomerId(number, Objects.requireNonNull(me)).filter(whose::sees).orElseThrow(NotFound::new), me);
        return conversations.forCustomer(List.of(mine), whose::sees).getFirst();
    }

    /** What I asked about one of my orders, oldest first. */
    @Transactional(readOnly = true)
    public List<InquiryConversation> aboutOrder(CustomerId me, String orderNumber) {
        return conversations.forCustomer(inquiries.findByCustomerIdAndOrderNumberAndMergedIntoIsNullOrderByOpenedAt(Objects.requireNonNull(me), orderNumber, Limit.of(20)).stream()
                .filter(whose::sees).toList(), whose::sees);
    }

    /**
     * Writes again; the same request key writes once.
     *
     * @throws NotFound if it is not there or not mine
     * @throws Refused  for an empty or too long text, or a closed inquiry
     */
    @Transactional
    public void reply(CustomerId me, InquiryNumber number, String text, String requestKey) {
        reply(me, number, text, List.of(), requestKey);
    }

    /** The same, with files. */
    @Transactional
    public void reply(CustomerId me, InquiryNumber number, String text, List<NewFile> along, String requestKey) {
        drawer.reply(lockWhole(me, number), whose.personOf(me).orElse(null), text, along, requestKey);
    }

    /** Ends it: no answer is needed any more. @throws NotFound if it is not there or not mine */
    @Transactional
    public void close(CustomerId me, InquiryNumber number) {
        drawer.close(lockWhole(me, number));
    }

    /** It was not settled after all. @throws NotFound if it is not there or not mine @throws Refused if it is open */
    @Transactional
    public void reopen(CustomerId me, InquiryNumber number) {
        drawer.reopen(lockWhole(me, number));
    }

    /**
     * How it was; said again, the later word counts.
     *
     * @param stars from 1 to 5 as the form sends it
     * @throws NotFound if it is not there or not mine
     * @throws Refused  beside "rating" or "words"
     */
    @Transactional
    public void rate(CustomerId me, InquiryNumber number, String stars, String words) {
        drawer.rate(lockWhole(me, number), stars != null && stars.matches("[1-5]") ? Integer.parseInt(stars) : 0, words);
    }

    /** The one that it became part of, or itself. */
    private Inquiry whole(Inquiry mine, CustomerId me) {
        return mine.mergedInto() == null ? mine : inquiries.findByIdAndCustomerId(mine.mergedInto().value(), me).filter(whose::sees).orElse(mine);
    }

    private Inquiry lockWhole(CustomerId me, InquiryNumber number) {
        var mine = inquiries.lockMine(number, Objects.requireNonNull(me)).filter(whose::sees).orElseThrow(NotFound::new);
        var whole = whole(mine, me);
        return whole == mine ? mine : inquiries.lockMine(whole.number(), me).orElseThrow(NotFound::new);
    }
}
