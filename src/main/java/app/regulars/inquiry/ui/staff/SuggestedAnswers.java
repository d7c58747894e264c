package app.regulars.inquiry.ui.staff;

import app.regulars.customer.CustomerDirectory;
import app.regulars.inquiry.InquiryFile;
import app.regulars.inquiry.SolvedInquiries;
import app.regulars.platform.web.PublicAddress;
import app.regulars.search.SiteSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What may answer an inquiry: help articles and solved talk of the forum, and how much the same was answered before. */
@Component
class SuggestedAnswers {

    private static final int LONGEST = 300;
    private static final int TEXTS = 3;
    private static final int BEFORE = 3;
    private static final int LOOKED_AT = 12;

    private final SiteSearch search;
    private final SolvedInquiries solved;
    private final PublicAddress address;
    private final CustomerDirectory customers;

    SuggestedAnswers(SiteSearch search, SolvedInquiries solved, PublicAddress address, CustomerDirectory customers) {
        this.search = search;
        this.solved = solved;
        this.address = address;
        this.customers = customers;
    }

    /** The best first, in the language that was asked in; else the customer's, else the reader's. */
    List<Suggested> of(InquiryFile file, Locale readers) {
        var asked = file.messages().stream().filter(message -> !message.ours()).map(message -> message.body()).findFirst().orElse("");
        var words = (file.inquiry().subject() + " " + asked).strip();
        var text = words.substring(0, Math.min(LONGEST, words.length()));
        if (text.isBlank()) {
            return List.of();
        }
        var locale = file.inquiry().language() != null ? Locale.of(file.inquiry().language()) : customers.find(file.inquiry().customer()).map(card -> card.locale()).orElse(readers);
        var found = new ArrayList<Suggested>();
        search.find(new SiteSearch.Question(text, Set.of("article", "topic"), List.of(), Set.of("public"), locale, 0, TEXTS)).hits()
                .forEach(hit -> found.add(new Suggested(hit.kind(), hit.title(), hit.address(), hit.title() + "\n" + address.of(hit.address()))));
        var number = file.inquiry().number().value();
        var like = search.find(new SiteSearch.Question(text, Set.of("inquiry"), List.of(), Set.of("staff"), locale, 0, LOOKED_AT)).hits().stream()
                .map(hit -> hit.ref().replace("#staff", "")).filter(ref -> !ref.equals(number)).toList();
        solved.of(like, BEFORE).forEach(one -> found.add(new Suggested("inquiry", one.subject(), "/console/inquiries?open=" + one.number().value(), one.answer())));
        return found;
    }
}
