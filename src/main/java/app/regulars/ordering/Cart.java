package app.regulars.ordering;

import app.regulars.catalog.Configuration;
import app.regulars.catalog.VariantId;
import app.regulars.platform.Refused;
import app.regulars.platform.id.Ids;
import app.regulars.platform.money.Money;
import app.regulars.pricing.Codes;
import app.regulars.pricing.Prices;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What somebody means to buy. A cart is sold once; then its owner begins a new one. */
@Entity
@Table(name = "cart")
class Cart {

    static final int MOST_PIECES = 999;
    static final int MOST_LINES = 200;

    @Id
    private UUID id;
    @Version
    private Integer version;
    private String ownerKey;
    private Instant createdAt;
    private Instant changedAt;
    @ElementCollection
    @CollectionTable(name = "cart_line", joinColumns = @JoinColumn(name = "cart_id"))
    @OrderColumn(name = "position")
    private List<Line> lines = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "cart_code", joinColumns = @JoinColumn(name = "cart_id"))
    @OrderColumn(name = "position")
    @Column(name = "code")
    private List<String> codes = new ArrayList<>();

    /** @param eachThen what one piece cost when the line was last touched; null where nobody looked */
    @Embeddable
    record Line(VariantId variantId, int quantity, String configuration, BigDecimal eachThen, String currencyThen) {

        Line(VariantId variant, int quantity, String configuration) {
            this(variant, quantity, configuration, null, null);
        }
    }

    protected Cart() {
    }

    Cart(CartOwner owner, Instant at) {
        this.id = Ids.next();
        this.ownerKey = owner.key();
        this.createdAt = at;
        this.changedAt = at;
    }

    /** Puts more in; what would be too much is refused, nothing is cut silently. */
    void add(VariantId variant, int quantity, Instant at) {
        add(variant, Configuration.NONE, quantity, at);
    }

    /** Of each configuration there is one line. */
    void add(VariantId variant, Configuration configuration, int quantity, Instant at) {
        if (quantity < 1) {
            throw new Refused("ordering.quantity.few", "quantity", Map.of());
        }
        set(variant, configuration, Math.addExact(Math.min(quantity, MOST_PIECES + 1), of(variant, configuration)), at);
    }

    /** Zero takes the line out. */
    void set(VariantId variant, int quantity, Instant at) {
        set(variant, Configuration.NONE, quantity, at);
    }

    void set(VariantId variant, Configuration configuration, int quantity, Instant at) {
        if (quantity < 0) {
            throw new Refused("ordering.quantity.few", "quantity", Map.of());
        }
        if (quantity > MOST_PIECES) {
            throw new Refused("ordering.quantity.many", "quantity", Map.of("most", MOST_PIECES));
        }
        var at0 = position(variant, configuration.text());
        if (quantity == 0) {
            lines.removeIf(line -> line.variantId().equals(variant) && line.configuration().equals(configuration.text()));
        } else if (at0 >= 0) {
            lines.set(at0, new Line(variant, quantity, configuration.text()));
        } else if (lines.size() >= MOST_LINES) {
            throw new Refused("ordering.cart.full", Map.of("most", MOST_LINES));
        } else {
            lines.add(new Line(variant, quantity, configuration.text()));
        }
        changedAt = at;
    }

    /** Notes what one piece costs now, for whoever looks at the cart later. */
    void seen(VariantId variant, Configuration configuration, Money each) {
        var here = position(variant, configuration.text());
        if (here >= 0 && each != null) {
            var line = lines.get(here);
            lines.set(here, new Line(variant, line.quantity(), line.configuration(), each.amount(), each.currency()));
        }
    }

    /** What one piece cost when the line was last touched; null where nobody looked. */
    Money then(VariantId variant, Configuration configuration) {
        var here = position(variant, configuration.text());
        var line = here < 0 ? null : lines.get(here);
        return line == null || line.eachThen() == null ? null : new Money(line.eachThen(), line.currencyThen());
    }

    /** How the lines stand, to be told to {@link #stand}. */
    List<Line> standing() {
        return List.copyOf(lines);
    }

    /** The lines stand again as they did. */
    void stand(List<Line> before) {
        if (!lines.equals(before)) {
            lines.clear();
            lines.addAll(before);
        }
    }

    /** Takes over what another cart holds: of each variant the larger quantity, and no line is lost. */
    void merge(Cart other, Instant at) {
        for (var line : other.lines) {
            var here = position(line.variantId(), line.configuration());
            if (here < 0) {
                lines.add(line);
            } else if (lines.get(here).quantity() < line.quantity()) {
                lines.set(here, line);
            }
        }
        other.codes.stream().filter(code -> !codes.contains(code) && codes.size() < Codes.MOST).forEach(codes::add);
        changedAt = at;
    }

    /** Keeps the code of a coupon or voucher. @throws Refused when it cannot be one, or there are enough */
    void enter(String typed, Instant at) {
        var code = Codes.normal(typed);
        if (code.isEmpty()) {
            throw new Refused("ordering.code.none", "code", Map.of());
        }
        if (codes.contains(code)) {
            return;
        }
        if (codes.size() >= Codes.MOST) {
            throw new Refused("ordering.code.many", "code", Map.of("most", Codes.MOST));
        }
        codes.add(code);
        changedAt = at;
    }

    void drop(String code, Instant at) {
        codes.remove(Codes.normal(code));
        changedAt = at;
    }

    int of(VariantId variant, Configuration configuration) {
        var here = position(variant, configuration.text());
        return here < 0 ? 0 : lines.get(here).quantity();
    }

    /** Of all configurations together. */
    int of(VariantId variant) {
        return lines.stream().filter(line -> line.variantId().equals(variant)).mapToInt(Line::quantity).sum();
    }

    private int position(VariantId variant, String configuration) {
        for (var i = 0; i < lines.size(); i++) {
            if (lines.get(i).variantId().equals(variant) && lines.get(i).configuration().equals(configuration)) {
                return i;
            }
        }
        return -1;
    }

    UUID id() {
        return id;
    }

    boolean belongsTo(CartOwner owner) {
        return ownerKey.equals(owner.key());
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    List<String> codes() {
        return List.copyOf(codes);
    }

    List<Prices.Wish> wishes() {
        return lines.stream().map(line -> new Prices.Wish(line.variantId(), line.quantity(), Configuration.of(line.configuration()))).toList();
    }
}
