package app.regulars.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.regulars.platform.Refused;
import app.regulars.platform.identity.SignedIn;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.security.Proof;
import app.regulars.platform.security.StaffStanding;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The second step, as it is used and as it is attacked. */
@RegularsTest
@WithStaff
class SecondStepModuleTests {

    @Autowired
    StaffSecondSteps steps;
    @Autowired
    StaffDesk desk;
    @Autowired
    StaffDirectory directory;
    @Autowired
    StaffStanding standing;
    @Autowired
    JdbcTemplate jdbc;
    @Autowired
    Clock clock;

    StaffId ellen;
    StaffId priya;

    @BeforeEach
    void people() {
        ellen = engage("ellen", Permissions.AGENT);
        priya = engage("priya", Permissions.MANAGER);
    }

    @AfterEach
    void asItShips() {
        steps.require(true);
    }

    private StaffId engage(String name, String role) {
        return directory.engage(new NewStaff(name, name + "-" + UUID.randomUUID() + "@harbourline.example", Set.of(role), List.of("en"), null), Instant.EPOCH);
    }

    private SignedIn who(StaffId staff) {
        return new SignedIn(UUID.randomUUID(), null, staff, "Ellen", "ellen@harbourline.example");
    }

    @Test
    void isAskedOfEverybodyWhoWorksHereAndOfNobodyElse() {
        assertThat(steps.isNeeded(who(ellen), Proof.PASSWORD)).isTrue();
        assertThat(steps.isNeeded(who(ellen), Proof.REMEMBERED)).isTrue();
        assertThat(steps.isNeeded(who(ellen), Proof.MAIL)).isTrue();
        assertThat(steps.isNeeded(who(ellen), Proof.PROVIDER)).isTrue();
        assertThat(steps.isNeeded(who(ellen), Proof.PASSKEY)).as("counts for two").isFalse();
        assertThat(steps.isNeeded(who(null), Proof.PASSWORD)).as("a customer").isFalse();
        desk.requireSecondStep(false, priya);
        assertThat(steps.isNeeded(who(ellen), Proof.PASSWORD)).isFalse();
        setUp(ellen);
        assertThat(steps.isNeeded(who(ellen), Proof.PASSWORD)).as("who has one is asked for it").isTrue();
    }

    @Test
    void aCodeWorksOnceHoweverManyBringItAtTheSameTime() throws Exception {
        var secret = setUp(ellen);
        var code = TimeCodes.code(secret, TimeCodes.step(clock.instant()) + 1);
        var right = new AtomicInteger();
        try (var pool = Executors.newFixedThreadPool(4)) {
            var all = new ArrayList<Callable<Void>>();
            for (var i = 0; i < 4; i++) {
                all.add(() -> {
                    try {
                        steps.verify(ellen, code);
                        right.incrementAndGet();
                    } catch (Refused replayed) {
                        assertThat(replayed.key()).isEqualTo("staff.second.wrong");
                    }
                    return null;
                });
            }
            for (var done : pool.invokeAll(all)) {
                done.get();
            }
        }
        assertThat(right).hasValue(1);
        refused("staff.second.wrong", () -> steps.verify(ellen, code));
    }

    @Test
    void anOlderCodeIsNotTakenAfterAYoungerOne() {
        var secret = setUp(ellen);
        steps.verify(ellen, TimeCodes.code(secret, TimeCodes.step(clock.instant()) + 1));
        refused("staff.second.wrong", () -> steps.verify(ellen, TimeCodes.code(secret, TimeCodes.step(clock.instant()))));
    }

    @Test
    void guessingIsSlowedDownAndTheRightCodeHasToWaitAsWell() {
        var secret = setUp(ellen);
        var waited = false;
        for (var i = 0; i < 12 && !waited; i++) {
            try {
                steps.verify(ellen, "00000" + i % 10);
            } catch (Refused refused) {
                waited = refused.key().equals("staff.second.wait");
            }
        }
        assertThat(waited).isTrue();
        refused("staff.second.wait", () -> steps.verify(ellen, TimeCodes.code(secret, TimeCodes.step(clock.instant()) + 1)));
        assertThat(steps.codesLeft(ellen)).isEqualTo(10);
    }

    @Test
    void aRecoveryCodeWorksOnceAndForItsOwnerOnly() {
        var setup = steps.begin(ellen, "ellen@harbourline.example");
        var codes = steps.confirm(ellen, TimeCodes.code(TimeCodes.bytes(setup.secret().replace(" ", "")), TimeCodes.step(clock.instant())));
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        setUp(priya);
        refused("staff.second.wrong", () -> steps.verify(priya, codes.get(0)));
        steps.verify(ellen, codes.get(0).toUpperCase(java.util.Locale.ROOT).replace("-", " "));
        refused("staff.second.wrong", () -> steps.verify(ellen, codes.get(0)));
        assertThat(steps.codesLeft(ellen)).isEqualTo(9);
        assertThat(steps.renewCodes(ellen)).hasSize(10).doesNotContainAnyElementsOf(codes);
        refused("staff.second.wrong", () -> steps.verify(ellen, codes.get(1)));
    }

    @Test
    void nothingOfItIsReadableInTheDatabase() {
        var setup = steps.begin(ellen, "ellen@harbourline.example");
        var secret = setup.secret().replace(" ", "");
        var codes = steps.confirm(ellen, TimeCodes.code(TimeCodes.bytes(secret), TimeCodes.step(clock.instant())));
        assertThat(jdbc.queryForObject("select sealed_secret from staff_second_step where staff_id = ?", String.class, Columns.bytes(ellen.value()))).doesNotContain(secret);
        assertThat(jdbc.queryForList("select code_hash from staff_recovery_code where staff_id = ?", String.class, Columns.bytes(ellen.value())))
                .noneMatch(hash -> codes.stream().anyMatch(code -> hash.contains(code.replace("-", ""))));
    }

    @Test
    void aSetupThatWasNotConfirmedIsNone() {
        steps.begin(ellen, "ellen@harbourline.example");
        assertThat(steps.isSetUp(ellen)).isFalse();
        refused("staff.second.wrong", () -> steps.confirm(ellen, "000000"));
        refused("staff.second.wrong", () -> steps.verify(ellen, "000000"));
        setUp(ellen);
        refused("staff.second.set-up", () -> steps.begin(ellen, "ellen@harbourline.example"));
    }

    @Test
    void aManagerResetsItAndEndsEverySession() {
        setUp(ellen);
        var before = standing.of(ellen).orElseThrow().generation();
        desk.resetSecondStep(ellen, priya);
        assertThat(steps.isSetUp(ellen)).isFalse();
        assertThat(steps.codesLeft(ellen)).isZero();
        assertThat(standing.of(ellen).orElseThrow().generation()).isGreaterThan(before);
        assertThat(jdbc.queryForObject("select count(*) from audit_entry where action = 'staff.second-step.reset' and subject_id = ? and staff_id = ?", Long.class,
                Columns.bytes(ellen.value()), Columns.bytes(priya.value()))).isEqualTo(1);
    }

    private byte[] setUp(StaffId member) {
        var secret = TimeCodes.bytes(steps.begin(member, "x@harbourline.example").secret().replace(" ", ""));
        steps.confirm(member, TimeCodes.code(secret, TimeCodes.step(clock.instant()) - 1));
        return secret;
    }

    private static void refused(String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable deed) {
        assertThatExceptionOfType(Refused.class).isThrownBy(deed).extracting(Refused::key).isEqualTo(key);
    }
}
