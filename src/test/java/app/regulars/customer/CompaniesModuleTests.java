package app.regulars.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.identity.ActingRights;
import app.regulars.platform.identity.CustomerId;
import app.regulars.privacy.ConsentActor;
import app.regulars.privacy.ConsentLedger;
import app.regulars.search.SearchVisits;
import app.regulars.testing.RegularsTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@RegularsTest
class CompaniesModuleTests {

    @Autowired
    private ConsentLedger consents;
    @Autowired
    private SearchVisits searches;
    @Autowired
    private CustomerDirectory customers;
    @Autowired
    private Companies companies;
    @Autowired
    private MyCompanies mine;
    @Autowired
    private MyProfile profile;
    @Autowired
    private ActingRights rights;
    @Autowired
    private ChangeHistory history;
    @Autowired
    private JdbcTemplate jdbc;

    private CustomerId maren;
    private CustomerId stranger;
    private CustomerId company;

    @BeforeEach
    void people() {
        maren = person("Maren Gallant");
        stranger = person("Sam Stranger");
        company = companies.found(maren, "The Quiet Oar " + UUID.randomUUID(), "registration");
    }

    @Test
    void aCompanyIsACustomerOfItsOwn() {
        var card = customers.find(company).orElseThrow();
        assertThat(card.isCompany()).isTrue();
        assertThat(card.number()).isNotEqualTo(customers.find(maren).orElseThrow().number());
        assertThat(card.email()).isEqualTo(email(maren));
        assertThat(customers.findByEmail(email(maren)).orElseThrow().id()).isEqualTo(maren);
        assertThat(companies.actsFor(maren)).isEqualTo(company);
        assertThat(companies.of(maren)).extracting(CustomerCard::id).containsExactly(company);
    }

    @Test
    void whoIsNoMemberFindsNothing() {
        assertThatThrownBy(() -> companies.actFor(stranger, company)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> mine.show(stranger, company)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> mine.invite(stranger, company, "x@walk.example", MemberRole.BUYER, Languages.ENGLISH)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> mine.change(stranger, company, new MyCompanies.CompanyForm("Mine", null, null, Languages.ENGLISH))).isInstanceOf(NotFound.class);
        assertThat(rights.mayActFor(stranger, company)).isFalse();
        assertThat(companies.mayOrder(stranger, company)).isFalse();
        assertThat(companies.actsFor(stranger)).isEqualTo(stranger);
    }

    @Test
    void onlyTheOwnerOfTheAddressTakesAnInvitationUpAndOnlyOnce() {
        var token = invited(email(stranger), MemberRole.VIEWER);
        var other = person("Olive Other");
        assertThatThrownBy(() -> mine.accept(other, email(other), token)).isInstanceOf(Refused.class).hasMessage("customer.join.other");
        assertThat(rights.mayActFor(other, company)).isFalse();
        mine.accept(stranger, email(stranger), token);
        assertThat(companies.actsFor(stranger)).isEqualTo(company);
        assertThatThrownBy(() -> mine.accept(stranger, email(stranger), token)).isInstanceOf(Refused.class).hasMessage("customer.join.over");
        assertThat(companies.mayOrder(stranger, company)).isFalse();
        assertThatThrownBy(() -> mine.invite(stranger, company, "y@walk.example", MemberRole.ADMINISTRATOR, Languages.ENGLISH)).isInstanceOf(Refused.class);
        assertThat(mine.show(stranger, company).invitations()).isEmpty();
    }

    @Test
    void aRemovedMemberActsForHerselfFromThatMomentOn() {
        mine.accept(stranger, email(stranger), invited(email(stranger), MemberRole.BUYER));
        assertThat(rights.mayActFor(stranger, company)).isTrue();
        var member = mine.show(maren, company).members().stream().filter(each -> each.person().equals(stranger)).findFirst().orElseThrow();
        mine.remove(maren, company, member.id());
        assertThat(rights.mayActFor(stranger, company)).isFalse();
        assertThat(companies.actsFor(stranger)).isEqualTo(stranger);
        assertThat(history.of(company, 50)).extracting(Change::field).contains("member", "invitation");
    }

    @Test
    void anAdministratorStays() {
        var self = mine.show(maren, company).members().getFirst();
        assertThatThrownBy(() -> mine.remove(maren, company, self.id())).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> mine.changeRole(maren, company, self.id(), MemberRole.VIEWER)).isInstanceOf(Refused.class);
    }

    @Test
    void aMemberOfOneCompanyDoesNotReachIntoAnother() {
        var theirs = companies.found(stranger, "Elsewhere " + UUID.randomUUID(), "registration");
        var member = mine.show(maren, company).members().getFirst();
        assertThatThrownBy(() -> mine.remove(stranger, theirs, member.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> mine.changeRole(stranger, theirs, member.id(), MemberRole.VIEWER)).isInstanceOf(NotFound.class);
    }

    @Test
    void namesCarryNoAddresses() {
        for (var name : List.of("Visit www.bad.example", "http://bad", "write a@b.c", "bad.com offers")) {
            assertThatThrownBy(() -> companies.found(maren, name, "registration")).isInstanceOf(Refused.class);
        }
    }

    @Test
    void aRecordOfBeforeIsPartedAndKeepsWhatHangsOnIt() {
        jdbc.update("update customer set company_name = 'Old Café' where id = ?", app.regulars.platform.persistence.Columns.bytes(stranger.value()));
        var email = email(stranger);
        consents.grant(stranger, "newsletter", Languages.ENGLISH, "registration", ConsentActor.person(stranger), Instant.now().minusSeconds(60));
        searches.join(List.of(UUID.randomUUID()), stranger);
        var person = companies.part(stranger);
        assertThat(consents.isGranted(person, "newsletter", Instant.now().plusSeconds(1))).isTrue();
        assertThat(searches.count(person)).isOne();
        assertThat(customers.find(stranger).orElseThrow()).matches(CustomerCard::isCompany).extracting(CustomerCard::email).isEqualTo(email);
        assertThat(customers.findByEmail(email).orElseThrow().id()).isEqualTo(person);
        assertThat(companies.actsFor(person)).isEqualTo(stranger);
    }

    @Test
    void whatACustomerChangesIsInTheHistory() {
        profile.change(maren, new MyProfile.ProfileForm("Maren Gallant-Roy", "902 555 0176", Languages.FRENCH));
        assertThat(history.of(maren, 10)).extracting(Change::field, Change::before, Change::after)
                .contains(org.assertj.core.groups.Tuple.tuple("name", "Maren Gallant", "Maren Gallant-Roy"));
    }

    private String invited(String email, MemberRole role) {
        mine.invite(maren, company, email, role, Languages.ENGLISH);
        var html = jdbc.queryForList("select html from outbox_message where recipient = ? order by posted_at desc", String.class, email).getFirst();
        var link = Pattern.compile("/join/([A-Za-z0-9_-]+)").matcher(html);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private CustomerId person(String name) {
        return customers.obtain("p-" + UUID.randomUUID() + "@walk.example", name, null, null, Languages.ENGLISH, "registration");
    }

    private String email(CustomerId id) {
        return customers.find(id).orElseThrow().email();
    }
}
