package app.regulars.pricing;

import app.regulars.platform.Refused;
import app.regulars.platform.shop.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads what is typed for a promotion, and says everything that is wrong with it at once. */
@Component
class PromotionFields {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_LABEL = 160;

    private final Targets targets;
    private final Shop shop;

    PromotionFields(Targets targets, Shop shop) {
        this.targets = targets;
        this.shop = shop;
    }

    List<Refused> problems(PromotionForm form) {
        var problems = new ArrayList<Refused>();
        Refused.collect(problems, () -> Typed.text(form.name(), "name", LONGEST_NAME));
        Refused.collect(problems, () -> Typed.text(form.labelEn(), "labelEn", LONGEST_LABEL));
        Refused.collect(problems, () -> Typed.text(form.labelFr(), "labelFr", LONGEST_LABEL));
        Refused.collect(problems, () -> targets.scope(form.scope(), form.target(), "target"));
        Refused.collect(problems, () -> targets.audience(form.audience(), form.whom(), "whom"));
        Refused.collect(problems, () -> Typed.amount(form.minimum(), "minimum", shop.currency()));
        Refused.collect(problems, () -> Typed.pieces(form.mostUses(), "mostUses"));
        Refused.collect(problems, () -> Typed.pieces(form.mostEach(), "mostEach"));
        Refused.collect(problems, () -> Typed.from(form.from(), "from", shop.zone()));
        Refused.collect(problems, () -> ends(form));
        Refused.collect(problems, () -> kind(form));
        return problems;
    }

    private void ends(PromotionForm form) {
        var from = Typed.from(form.from(), "until", shop.zone());
        var until = Typed.until(form.until(), "until", shop.zone());
        if (from != null && until != null && !until.isAfter(from)) {
            throw new Refused("pricing.refused.ends", "until", Map.of());
        }
    }

    private void kind(PromotionForm form) {
        switch (kindOf(form)) {
            case PERCENT -> needed(Typed.percent(form.percent(), "percent"), "percent");
            case AMOUNT -> {
                var amount = Typed.amount(form.amount(), "amount", shop.currency());
                needed(amount, "amount");
                if (amount.isZero()) {
                    throw new Refused("pricing.refused.amount", "amount", Map.of());
                }
            }
            case BUY_GET -> {
                needed(Typed.percent(form.percent(), "percent"), "percent");
                needed(Typed.pieces(form.buy(), "buy"), "buy");
                needed(Typed.pieces(form.get(), "get"), "get");
            }
            case COMPLEMENT -> {
                needed(Typed.percent(form.percent(), "percent"), "percent");
                needed(Typed.pieces(form.buy(), "buy"), "buy");
                needed(Typed.pieces(form.get(), "get"), "get");
                targets.variant(form.gift() == null ? "" : form.gift().strip(), "gift");
            }
        }
    }

    PromotionKind kindOf(PromotionForm form) {
        try {
            return PromotionKind.valueOf(String.valueOf(form.kind()));
        } catch (IllegalArgumentException notAKind) {
            throw new Refused("pricing.refused.unknown-kind", "kind", Map.of());
        }
    }

    private static void needed(Object value, String field) {
        if (value == null) {
            throw new Refused("pricing.refused.missing", field, Map.of());
        }
    }
}
