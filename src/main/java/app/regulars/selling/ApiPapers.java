package app.regulars.selling;

import app.regulars.ordering.OrderFile;
import app.regulars.ordering.OrderSummary;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.money.Money;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Records as programs read them: amounts as text, moments in UTC. */
final class ApiPapers {

    private ApiPapers() {
    }

    static Map<String, Object> order(OrderFile file, Locale reader) {
        var paper = new LinkedHashMap<>(row(file.summary()));
        paper.put("channel", file.channel());
        paper.put("reference", file.purchaseReference());
        paper.put("goods", amount(file.goods()));
        paper.put("discounts", file.discounts().stream().map(each -> Map.of("label", words(each.label(), reader), "amount", amount(each.amount()))).toList());
        paper.put("shipping", Map.of("option", String.valueOf(file.shippingOption()), "amount", amount(file.shipping())));
        paper.put("taxes", file.taxes().stream().map(each -> Map.of("code", each.code(), "amount", amount(each.amount()))).toList());
        paper.put("promised", file.promised() == null ? null : file.promised().toString());
        paper.put("address", address(file.address()));
        paper.put("lines", file.lines().stream().map(line -> {
            var each = new LinkedHashMap<String, Object>();
            each.put("sku", line.sku());
            each.put("name", words(line.name(), reader));
            each.put("quantity", line.quantity());
            each.put("ordered", line.ordered());
            each.put("each", amount(line.each()));
            each.put("total", amount(line.total()));
            return each;
        }).toList());
        paper.put("parcels", file.parcels().stream().map(parcel -> {
            var each = new LinkedHashMap<String, Object>();
            each.put("number", parcel.number());
            each.put("carrier", parcel.carrier());
            each.put("tracking", parcel.trackingNumber());
            each.put("shippedAt", parcel.shippedAt());
            each.put("deliveredAt", parcel.deliveredAt());
            return each;
        }).toList());
        return paper;
    }

    static Map<String, Object> row(OrderSummary order) {
        var row = new LinkedHashMap<String, Object>();
        row.put("number", order.number().value());
        row.put("status", order.status().code());
        row.put("placedAt", order.placedAt());
        row.put("currency", order.total().currency());
        row.put("total", amount(order.total()));
        row.put("pieces", order.pieces());
        row.put("href", "/api/v1/orders/" + order.number().value());
        return row;
    }

    private static Map<String, Object> address(PostalAddress address) {
        if (address == null || address.line1() == null) {
            return null;
        }
        var paper = new LinkedHashMap<String, Object>();
        paper.put("recipient", address.recipient());
        paper.put("line1", address.line1());
        paper.put("line2", address.line2());
        paper.put("city", address.city());
        paper.put("province", address.province());
        paper.put("postalCode", address.postalCode());
        paper.put("country", address.country());
        return paper;
    }

    static String amount(Money money) {
        return money == null ? null : money.rounded().amount().setScale(2, java.math.RoundingMode.HALF_UP).toPlainString();
    }

    static String words(Localized text, Locale reader) {
        return text == null || text.in(reader) == null ? "" : text.in(reader);
    }

}
