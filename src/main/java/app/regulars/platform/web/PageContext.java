package app.regulars.platform.web;

import app.regulars.platform.address.AddressFormats;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.i18n.Formats;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.money.Money;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.ui.Icons;
import gg.jte.Content;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What every template needs: texts, formats, icons and the shop, in the reader's language. */
public record PageContext(Texts texts, Shop shop, Locale locale) {

    public String t(String key, Object... namesAndValues) {
        return texts.get(locale, key, namesAndValues);
    }

    public String in(Localized text) {
        return text == null ? "" : text.in(locale);
    }

    /** A text that the merchant may have put in words of its own: the setting "text." and the key; else as {@link #t}. */
    public String own(String key) {
        var own = shop.text("text." + key).in(locale);
        return own == null || own.isBlank() ? t(key) : own;
    }

    public String money(Money money) {
        return Formats.money(money, locale);
    }

    /** An amount as one types it: no sign of a currency, two decimals, the reader's comma or point. */
    public String plain(Money money) {
        var text = money.rounded().amount().setScale(2, java.math.RoundingMode.HALF_UP).toPlainString();
        return "fr".equals(language()) ? text.replace('.', ',') : text;
    }

    public String number(long number) {
        return Formats.number(number, locale);
    }

    /** For the attribute "datetime": HTML takes no more than thousandths of a second. */
    public String stamp(Temporal moment) {
        return moment instanceof Instant instant ? instant.truncatedTo(ChronoUnit.MILLIS).toString() : moment.toString();
    }

    public String date(Instant moment) {
        return Formats.date(moment, shop.zone(), locale);
    }

    public String dateAndTime(Instant moment) {
        return Formats.dateAndTime(moment, shop.zone(), locale);
    }

    public String shortDate(Instant moment) {
        return Formats.shortDate(moment, shop.zone(), locale);
    }

    public String time(Instant moment) {
        return Formats.time(moment, shop.zone(), locale);
    }

    public String longDate(LocalDate date) {
        return Formats.longDate(date, locale);
    }

    public String language() {
        return Languages.code(locale);
    }

    /** An icon from the one set, decorative: hidden from screen readers. */
    public Content icon(String name) {
        var svg = Icons.svg(name);
        return output -> output.writeContent(svg);
    }

    /** An address as it stands on a parcel, line by line; the country is named where it is not the shop's. */
    public List<String> lines(PostalAddress address) {
        return AddressFormats.lines(address, shop.get("address-country", "CA"), locale);
    }

    /** The same on one line. */
    public String line(PostalAddress address) {
        return String.join(", ", lines(address));
    }

    /** No more than where about it is: town, region, and the country where it is another. */
    public String town(PostalAddress address) {
        return line(new PostalAddress(null, null, null, address.city(), address.province(), null, address.country()));
    }

    /** Regions of the shop's country by their codes, and other countries ("country:FR") by their names. */
    public String places(Collection<String> places) {
        return places.stream().map(place -> place.startsWith("country:") ? AddressFormats.name(place.substring("country:".length()), locale) : place).sorted()
                .collect(Collectors.joining(", "));
    }

    /** A value for a query string. */
    public String query(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** HTML that was sanitized or made by another template. Never for text from people. */
    public Content trusted(String html) {
        return output -> output.writeContent(html);
    }
}
