package app.regulars.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import app.regulars.catalog.VariantId;
import app.regulars.platform.Refused;
import app.regulars.platform.identity.CustomerId;
import app.regulars.pricing.Prices;
import org.junit.jupiter.api.Test;

class CartTests {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final VariantId beans = VariantId.next();

    @Test
    void addsUpWhatIsPutInTwice() {
        var cart = visitors();
        cart.add(beans, 2, NOW);
        cart.add(beans, 3, NOW);
        assertThat(cart.wishes()).containsExactly(new Prices.Wish(beans, 5));
        cart.set(beans, 0, NOW);
        assertThat(cart.isEmpty()).isTrue();
    }

    @Test
    void refusesQuantitiesOutOfBoundsAndKeepsWhatWasThere() {
        var cart = visitors();
        cart.add(beans, 999, NOW);
        for (var quantity : new int[] {0, -1, Integer.MIN_VALUE, 1, Integer.MAX_VALUE}) {
            assertThatExceptionOfType(Refused.class).isThrownBy(() -> cart.add(beans, quantity, NOW));
        }
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> cart.set(beans, 1000, NOW));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> cart.set(beans, -1, NOW));
        assertThat(cart.of(beans)).isEqualTo(999);
    }

    @Test
    void losesNoLineWhenTwoCartsBecomeOne() {
        var random = new Random(11);
        var shelf = Stream.generate(VariantId::next).limit(6).toList();
        for (var i = 0; i < 500; i++) {
            var mine = new Cart(CartOwner.of(CustomerId.next()), NOW);
            var theirs = visitors();
            var expected = new HashMap<VariantId, Integer>();
            for (var cart : new Cart[] {mine, theirs}) {
                shelf.stream().filter(variant -> random.nextBoolean()).forEach(variant -> {
                    var quantity = random.nextInt(1, 1000);
                    cart.set(variant, quantity, NOW);
                    expected.merge(variant, quantity, Math::max);
                });
            }
            mine.merge(theirs, NOW);
            assertThat(contents(mine)).isEqualTo(expected);
        }
    }

    private static Cart visitors() {
        return new Cart(CartOwner.visitor("0123456789abcdef0123456789abcdef"), NOW);
    }

    private static Map<VariantId, Integer> contents(Cart cart) {
        var contents = new HashMap<VariantId, Integer>();
        cart.wishes().forEach(wish -> assertThat(contents.put(wish.variant(), wish.quantity())).isNull());
        return contents;
    }
}
