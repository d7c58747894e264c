package app.regulars.inquiry.ui.staff;

import app.regulars.inquiry.CannedDesk;
import app.regulars.inquiry.CannedReply;
import app.regulars.inquiry.Explanation;
import app.regulars.inquiry.InquiryDesk;
import app.regulars.inquiry.InquiryFieldDesk;
import app.regulars.inquiry.InquiryFile;
import app.regulars.inquiry.InquiryNumber;
import app.regulars.inquiry.InquirySummary;
import app.regulars.inquiry.InquiryTeams;
import app.regulars.inquiry.Macro;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.web.Templates;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What lies ready on the desk: teams, ready answers, macros, moments, and what else the same customer asked. */
@Component
class DeskTools {

    private final InquiryDesk desk;
    private final CannedDesk canned;
    private final InquiryFieldDesk fields;
    private final ObjectProvider<InquiryTeams> teams;
    private final CurrentUser user;
    private final Shop shop;
    private final Templates templates;
    private final Clock clock;

    DeskTools(InquiryDesk desk, CannedDesk canned, InquiryFieldDesk fields, ObjectProvider<InquiryTeams> teams, CurrentUser user, Shop shop, Templates templates, Clock clock) {
        this.desk = desk;
        this.canned = canned;
        this.fields = fields;
        this.teams = teams;
        this.user = user;
        this.shop = shop;
        this.templates = templates;
        this.clock = clock;
    }

    Map<String, String> teams(Locale locale) {
        var known = teams.getIfAvailable();
        return known == null ? Map.of() : known.names(locale);
    }

    /** The values of a reason as people read them. */
    Map<String, String> named(Explanation why, Locale locale) {
        var known = teams.getIfAvailable();
        return known == null ? why.values() : known.named(why, locale);
    }

    String render(String template, Locale locale, Map<String, Object> values) {
        return templates.render(template, locale, values);
    }

    Instant moment(String choice) {
        return SnoozeTimes.of(choice, clock.instant(), shop.zone());
    }

    List<CannedReply> replies() {
        return mayAnswer() ? canned.replies() : List.of();
    }

    List<Macro> macros() {
        return mayAnswer() ? canned.macros() : List.of();
    }

    String filled(UUID reply, InquiryNumber number, StaffId me) {
        return canned.filled(reply, number, me);
    }

    boolean mayAnswer() {
        return user.may(Permissions.INQUIRIES_ANSWER);
    }

    List<InquiryFieldDesk.Filled> filled(InquiryNumber number) {
        return fields.of(number);
    }

    void fill(InquiryNumber number, Map<String, String> typed, StaffId me) {
        fields.fill(number, typed, me);
    }

    /** Other inquiries of the same customer, into which this one could go. */
    List<InquirySummary> othersOf(InquiryFile file) {
        return desk.ofCustomer(file.inquiry().customer(), 20).stream().filter(one -> !one.number().equals(file.inquiry().number())).toList();
    }
}
