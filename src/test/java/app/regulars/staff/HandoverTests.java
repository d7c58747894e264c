package app.regulars.staff;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.customer.CustomerDirectory;
import app.regulars.inquiry.InquiryDesk;
import app.regulars.inquiry.InquiryNumber;
import app.regulars.inquiry.InquiryStatus;
import app.regulars.inquiry.InquiryType;
import app.regulars.inquiry.MyInquiries;
import app.regulars.inquiry.NewInquiry;
import app.regulars.personaldata.NewRequest;
import app.regulars.personaldata.PrivacyDesk;
import app.regulars.personaldata.RequestKind;
import app.regulars.platform.Refused;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.security.Permissions;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** When somebody is let go, nothing is left without an owner, whatever module it belongs to. */
@RegularsTest
@WithStaff
class HandoverTests {

    /** Columns that say who is in charge: after a suspension none of them names the one who left. */
    private static final Set<String> OWNERS = Set.of("inquiry.assignee", "privacy_request.owner_id", "contract.owner_id", "faq_article.owner", "gap.owner", "talk.staff_id", "talk_presence.staff_id",
            "staff_extension.staff_id");
    /** Columns that say who did or wrote something, or who somebody is: history, which stays. */
    private static final Set<String> HISTORY = Set.of("contract_moment.staff_id", "contract_file.staff_id", "sales_order.held_by", "return_moment.staff_id", "return_request.opened_by", "account.staff_id", "assortment_change.made_by", "audit_entry.staff_id", "forum_post.hidden_by", "review.decided_by", "review.replied_by", "forum_post.staff_id", "forum_topic.staff_id",
            "inquiry_message.staff_id", "inquiry_note.staff_id", "inquiry_step.staff_id", "sales_order_moment.staff_id", "staff_member_role.staff_id",
            "staff_recovery_code.staff_id", "staff_second_step.staff_id", "company_member.added_by", "company_invitation.invited_by", "match_dismissal.dismissed_by", "customer_merge.merged_by",
            "customer_merge.undone_by", "sales_order.placed_by", "privacy_request_step.staff_id", "privacy_incident.recorded_by",
            "privacy_assessment.recorded_by", "retention_rule.changed_by", "incentive_rule.staff_id", "merchant_page_version.published_by", "price_exception.staff_id", "tax_exemption.staff_id", "voucher_use.staff_id", "order_entry.staff_id", "shipment_label.staff_id", "article_term.changed_by", "running_term.renewed_by", "spending_limit.changed_by", "quote.made_by", "quote_moment.staff_id", "payment_attempt.staff_id", "sales_agent.made_by", "sales_agent_staff.staff_id", "api_key.made_by", "api_key.revoked_by", "payment_entry.staff_id", "payment_stray.staff_id", "bank_line.staff_id", "bank_statement.staff_id", "faq_article.author", "faq_draft.note_by", "faq_draft.approved_by", "faq_version.approved_by", "gap.closed_by", "forum_topic.solved_staff", "purpose_wording.published_by", "privacy_statement.published_by", "serving_book.made_by", "serving_decision.picked", "serving_target.assignee",
            "inquiry_mention.staff_id", "inquiry_mention.by_staff", "inquiry_presence.staff_id", "talk_line.staff_id", "inquiry.asked_by", "mail_incoming.handled_by", "phone_call.staff_id", "phone_call.noted_by");

    @Autowired
    StaffDirectory directory;
    @Autowired
    Suspension suspension;
    @Autowired
    InquiryDesk inquiries;
    @Autowired
    PrivacyDesk privacy;
    @Autowired
    MyInquiries mine;
    @Autowired
    CustomerDirectory customers;
    @Autowired
    JdbcTemplate jdbc;

    StaffId priya;
    StaffId ellen;
    StaffId mara;
    CustomerId amelie;

    @BeforeEach
    void people() {
        priya = engage("priya", Permissions.MANAGER);
        ellen = engage("ellen", Permissions.AGENT);
        mara = engage("mara", Permissions.AGENT);
        amelie = customers.obtain("amelie-" + UUID.randomUUID() + "@example.com", "Amélie Cormier", null, null, Locale.CANADA, "test");
    }

    private StaffId engage(String name, String role) {
        return directory.engage(new NewStaff(name, name + "-" + UUID.randomUUID() + "@harbourline.example", Set.of(role), List.of("en"), null), Instant.EPOCH);
    }

    @Test
    void everyColumnThatNamesStaffIsKnown() {
        var found = jdbc.queryForList("""
                select concat(lower(table_name), '.', lower(column_name)) from information_schema.columns where table_schema = database() and lower(column_name) in
                    (select lower(c.column_name) from information_schema.columns c where c.table_schema = database()
                        and (c.column_name like '%staff%' or c.column_name like '%assign%' or c.column_name like '%owner%' or c.column_name like '%\\_by' or c.column_name like '%handler%'
                        or c.column_name = 'author' or c.column_name like '%in_charge%'))
                and lower(data_type) in ('binary')""", String.class);
        assertThat(found).as("say in this test whether the column tells who is in charge (then its module needs a StaffHandover) or who did something")
                .allMatch(column -> OWNERS.contains(column) || HISTORY.contains(column));
        assertThat(found).containsAll(OWNERS);
    }

    @Test
    void whatIsInHandGoesToTheColleague() {
        var open = ask("Two mugs are chipped.");
        var resolved = ask("When do you open?");
        var closed = ask("Never mind.");
        for (var each : List.of(open, resolved, closed)) {
            inquiries.assign(each, inquiries.find(each).version(), ellen, priya);
        }
        inquiries.resolve(resolved, inquiries.find(resolved).version(), ellen);
        mine.close(amelie, closed);
        assertThat(suspension.preview(ellen)).isEqualTo(Map.of("inquiry.handover", 1L));
        assertThat(suspension.suspend(ellen, mara, "left for the sea", priya)).isEqualTo(Map.of("inquiry.handover", 1L));
        assertThat(inquiries.find(open).inquiry().assignee()).isEqualTo(mara);
        assertThat(inquiries.find(resolved).inquiry().assignee()).isEqualTo(mara);
        nothingIsLeft(ellen);
        var history = jdbc.queryForMap("select after_values, reason from audit_entry where action = 'staff.suspended' and subject_id = ?", (Object) Columns.bytes(ellen.value()));
        assertThat(history.get("reason")).isEqualTo("left for the sea");
        assertThat(history.get("after_values").toString()).contains("mara").contains("inquiry.handover");
    }

    @Test
    void aPrivacyRequestChangesHandsToo() {
        var number = privacy.enter(new NewRequest(RequestKind.ACCESS, null, "Zoé", "zoe-" + UUID.randomUUID() + "@example.com", Locale.CANADA, "What do you know?", "phone"), priya);
        privacy.take(number, ellen);
        assertThat(suspension.suspend(ellen, mara, null, priya)).containsEntry("personaldata.handover", 1L);
        nothingIsLeft(ellen);
        assertThat(jdbc.queryForObject("select owner_id from privacy_request where number = ?", byte[].class, number)).isEqualTo(Columns.bytes(mara.value()));
    }

    @Test
    void whoLeavesIsCalledNoMore() {
        jdbc.update("delete from staff_extension where extension in ('2041', '2042')");
        for (var extension : List.of("2041", "2042")) {
            jdbc.update("insert into staff_extension (extension, staff_id) values (?, ?)", extension, Columns.bytes(ellen.value()));
        }
        jdbc.update("insert into talk_presence (staff_id, here_since, here_until) values (?, '2026-01-01 09:00:00', '2026-01-02 00:00:00')", (Object) Columns.bytes(ellen.value()));
        assertThat(suspension.suspend(ellen, mara, null, priya)).containsEntry("calling.handover", 2L);
        nothingIsLeft(ellen);
        assertThat(jdbc.queryForObject("select count(*) from staff_extension where staff_id = ?", Long.class, (Object) Columns.bytes(mara.value()))).isEqualTo(2);
        suspension.suspend(mara, null, null, priya);
        nothingIsLeft(mara);
    }

    @Test
    void orToTheQueue() {
        var number = ask("Two mugs are chipped.");
        inquiries.assign(number, inquiries.find(number).version(), ellen, priya);
        suspension.suspend(ellen, null, null, priya);
        assertThat(inquiries.find(number).inquiry().assignee()).isNull();
        nothingIsLeft(ellen);
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(Refused.class, () -> inquiries.assign(number, inquiries.find(number).version(), ellen, priya)).key())
                .isEqualTo("staff.gone");
    }

    /** Giving out and letting go at the same time: whoever is first, nothing stays with the one who left. */
    @Test
    void nothingSlipsInWhileSomebodyIsLetGo() throws Exception {
        for (var round = 0; round < 6; round++) {
            var leaving = engage("round" + round, Permissions.AGENT);
            var numbers = new ArrayList<InquiryNumber>();
            for (var i = 0; i < 3; i++) {
                numbers.add(ask("Question " + i));
            }
            var context = org.springframework.security.core.context.SecurityContextHolder.getContext();
            try (var pool = Executors.newFixedThreadPool(4)) {
                var all = new ArrayList<Callable<Void>>();
                numbers.forEach(number -> all.add(() -> {
                    org.springframework.security.core.context.SecurityContextHolder.setContext(context);
                    try {
                        inquiries.reply(number, inquiries.find(number).version(), "Two new ones leave today.", InquiryStatus.WAITING_FOR_CUSTOMER, UUID.randomUUID().toString(), leaving);
                    } catch (Refused late) {
                        assertThat(late.key()).isEqualTo("staff.gone");
                    }
                    return null;
                }));
                all.add(() -> {
                    org.springframework.security.core.context.SecurityContextHolder.setContext(context);
                    suspension.suspend(leaving, mara, null, priya);
                    return null;
                });
                for (var done : pool.invokeAll(all)) {
                    done.get();
                }
            }
            nothingIsLeft(leaving);
        }
    }

    private void nothingIsLeft(StaffId gone) {
        for (var column : OWNERS) {
            var parts = column.split("\\.");
            assertThat(jdbc.queryForObject("select count(*) from " + parts[0] + " where " + parts[1] + " = ?", Long.class, (Object) Columns.bytes(gone.value())))
                    .as(column).isZero();
        }
    }

    private InquiryNumber ask(String text) {
        return mine.ask(amelie, new NewInquiry(text, text, InquiryType.QUESTION, null, null, UUID.randomUUID().toString()));
    }
}
