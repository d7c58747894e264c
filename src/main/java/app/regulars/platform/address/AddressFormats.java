package app.regulars.platform.address;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How addresses are written, country by country: Google’s address metadata (CC BY 4.0), as addresses/countries.tsv says. A country that
 * has no line of its own there has the plain form: street and town.
 */
public final class AddressFormats {

    private static final String GENERIC = "ZZ";
    private static final Map<String, AddressFormat> ALL = read();
    private static final Map<Locale, List<Country>> NAMED = new ConcurrentHashMap<>();

    private AddressFormats() {
    }

    /** @param name in the reader's language */
    public record Country(String code, String name) {
    }

    /** @param country null or an unknown one has the plain form */
    public static AddressFormat of(String country) {
        return ALL.getOrDefault(country == null ? GENERIC : country, ALL.get(GENERIC));
    }

    public static boolean isCountry(String code) {
        return code != null && ALL.containsKey(code) && !GENERIC.equals(code);
    }

    /** All of them, as the reader sorts them. */
    public static List<Country> countries(Locale reader) {
        return NAMED.computeIfAbsent(reader, locale -> ALL.keySet().stream().filter(code -> !GENERIC.equals(code)).map(code -> new Country(code, name(code, locale)))
                .filter(country -> !country.name().equals(country.code())).sorted(Comparator.comparing(Country::name, Collator.getInstance(locale))).toList());
    }

    public static String name(String country, Locale reader) {
        return country == null ? "" : Locale.of("", country).getDisplayCountry(reader);
    }

    /**
     * As it stands on a parcel, in the destination's form.
     *
     * @param home the country of the sender: its name is not written
     */
    public static List<String> lines(PostalAddress address, String home, Locale reader) {
        var lines = of(address.country()).lines(address);
        return address.country() == null || address.country().equals(home) ? lines : Stream.concat(lines.stream(), Stream.of(name(address.country(), reader))).toList();
    }

    private static Map<String, AddressFormat> read() {
        var formats = new LinkedHashMap<String, AddressFormat>();
        try (var lines = new BufferedReader(new InputStreamReader(AddressFormats.class.getResourceAsStream("/addresses/countries.tsv"), StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).forEach(line -> {
                var parts = line.split("\t", -1);
                formats.put(parts[0], new AddressFormat(parts[0], parts[1], parts[2].chars().mapToObj(letter -> (char) letter).collect(Collectors.toSet()),
                        parts[3].isEmpty() ? null : Pattern.compile(parts[3]), parts[4], parts[5], parts[6], regions(parts[7])));
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Collections.unmodifiableMap(formats);
    }

    private static List<AddressFormat.Region> regions(String written) {
        return written.isEmpty() ? List.of() : Stream.of(written.split(";")).map(region -> region.split("=", -1))
                .map(parts -> new AddressFormat.Region(parts[0], parts[1], parts[2], parts[3].isEmpty() ? null : Pattern.compile(parts[3]))).toList();
    }
}
