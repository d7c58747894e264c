package app.regulars.inquiry;

import app.regulars.platform.identity.CustomerId;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** By which words inquiries are found in the site's search: all of a customer, or those that one person of a company asked. */
@Service
public class InquiryAudience {

    private final WhoseInquiries whose;
    private final InquiryRepository inquiries;

    InquiryAudience(WhoseInquiries whose, InquiryRepository inquiries) {
        this.whose = whose;
        this.inquiries = inquiries;
    }

    /** Whether whoever acts for its customer now may read it. */
    @Transactional(readOnly = true)
    public boolean includes(InquiryId inquiry) {
        return inquiries.findById(inquiry.value()).filter(whose::sees).isPresent();
    }

    /** What whoever acts for this customer now may find of its inquiries. */
    public Set<String> of(CustomerId me) {
        var only = whose.only(me);
        return Set.of(only == null ? all(me) : own(me, only));
    }

    /** @param person of a company, who asked, or null */
    static String ofDocument(CustomerId customer, CustomerId person) {
        return person == null ? all(customer) : all(customer) + " " + own(customer, person);
    }

    private static String all(CustomerId customer) {
        return "inquiries:" + customer;
    }

    private static String own(CustomerId customer, CustomerId person) {
        return "asked:" + customer + ":" + person;
    }
}
