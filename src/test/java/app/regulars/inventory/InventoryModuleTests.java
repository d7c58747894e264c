package app.regulars.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regulars.catalog.VariantId;
import app.regulars.platform.id.Ids;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.identity.StaffId;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

@RegularsTest
class InventoryModuleTests {

    private static final StaffId BY = new StaffId(UUID.randomUUID());

    @Autowired
    private Inventory inventory;
    @Autowired
    private InventoryDesk desk;

    private final VariantId mug = VariantId.next();
    private final VariantId tea = VariantId.next();

    @Test
    void promisesWhatIsOnHandLessWhatIsReserved() {
        inventory.adjust(mug, 10, "delivered");
        var order = Ids.next();
        inventory.hold(order, Map.of(mug, 4));
        inventory.hold(order, Map.of(mug, 4));
        assertThat(inventory.available(List.of(mug, tea))).isEqualTo(Map.of(mug, 6));
        inventory.commit(order);
        inventory.commit(order);
        inventory.release(order);
        assertThat(inventory.available(List.of(mug))).isEqualTo(Map.of(mug, 6));
    }

    @Test
    void reservesNothingWhenOneLineIsShort() {
        inventory.adjustAll(Map.of(mug, 5, tea, 1), "delivered");
        assertThatThrownBy(() -> inventory.hold(Ids.next(), Map.of(mug, 2, tea, 2))).isInstanceOfSatisfying(NotEnoughStock.class, short_ -> {
            assertThat(short_.variant()).isEqualTo(tea);
            assertThat(short_.available()).isEqualTo(1);
        });
        assertThat(inventory.available(List.of(mug, tea))).isEqualTo(Map.of(mug, 5, tea, 1));
    }

    @Test
    void sellsBeyondWhatIsThereOnlyWhereThatIsAllowed() {
        inventory.allowBackorder(Map.of(tea, true));
        inventory.hold(Ids.next(), Map.of(tea, 3));
        assertThat(inventory.available(List.of(tea))).isEqualTo(Map.of(tea, -3));
    }

    @Test
    void givesBackWhatWasHeldTooLongUnlessItWasKept() {
        inventory.adjust(mug, 10, "delivered");
        var forgotten = Ids.next();
        var kept = Ids.next();
        inventory.hold(forgotten, Map.of(mug, 2), Duration.ofSeconds(-1));
        inventory.hold(kept, Map.of(mug, 3), Duration.ofSeconds(-1));
        assertThat(inventory.keep(kept)).isTrue();
        inventory.releaseExpired(1_000);
        assertThat(inventory.available(List.of(mug))).isEqualTo(Map.of(mug, 7));
        assertThat(inventory.keep(forgotten)).as("too late").isFalse();
        booksAgree();
    }

    @Test
    @WithStaff
    void takesFromTheirPlacesWhatLeaves() {
        desk.saveLocation(BY, "shed", new Localized("Shed", "Remise"));
        inventory.adjust(mug, 10, "delivered");
        desk.carry(BY, mug, "main", "shed", 4);
        assertThat(desk.places(List.of(mug)).get(mug)).isEqualTo(Map.of("main", 6, "shed", 4));
        assertThatThrownBy(() -> desk.carry(BY, mug, "main", "shed", 7)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> desk.adjust(BY, mug, "shed", -5, "broken")).isInstanceOf(Refused.class);
        var order = Ids.next();
        inventory.hold(order, Map.of(mug, 8));
        inventory.commit(order);
        assertThat(desk.places(List.of(mug)).get(mug)).isEqualTo(Map.of("main", 0, "shed", 2));
        assertThat(inventory.available(List.of(mug))).isEqualTo(Map.of(mug, 2));
        booksAgree();
    }

    private void booksAgree() {
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(new SecurityContextImpl(WithStaff.Factory.authentication()));
        assertThat(desk.differences()).filteredOn(difference -> List.of(mug, tea).contains(difference.variant())).isEmpty();
        SecurityContextHolder.setContext(before);
    }

    @Test
    void fiftyBuyersAtOnceNeverGetMoreThanThereIs() throws Exception {
        inventory.adjustAll(Map.of(mug, 20, tea, 20), "delivered");
        var sold = new AtomicInteger();
        try (var buyers = Executors.newFixedThreadPool(16)) {
            var all = IntStream.range(0, 50).<Callable<Void>>mapToObj(i -> () -> {
                try {
                    inventory.hold(Ids.next(), Map.of(mug, 1, tea, 1));
                    sold.incrementAndGet();
                } catch (NotEnoughStock expected) {
                    // there were only twenty
                }
                return null;
            }).toList();
            for (var one : buyers.invokeAll(all)) {
                one.get();
            }
        }
        assertThat(sold).hasValue(20);
        assertThat(inventory.available(List.of(mug, tea))).isEqualTo(Map.of(mug, 0, tea, 0));
    }
}
