package app.regulars.platform.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How addresses are written in a country.
 *
 * @param country    ISO 3166-1 alpha-2
 * @param form       %N recipient, %A street, %C town, %S region, %Z postal code, %n a new line; everything else stands as it is
 * @param required   the letters of the parts that may not be missing
 * @param postalCode null where there are none
 * @param example    a postal code as it is written; empty where there are none
 * @param codeKind   how the code is called: "postal", "zip", "eircode"
 * @param regionKind how the region is called: "province", "state", "county", ...; empty where none is asked for
 */
public record AddressFormat(String country, String form, Set<Character> required, Pattern postalCode, String example, String codeKind, String regionKind,
                            List<Region> regions) {

    private static final Pattern PART = Pattern.compile("%([A-Za-z])|([^%]+)");

    public AddressFormat {
        required = Set.copyOf(required);
        regions = List.copyOf(regions);
    }

    /**
     * A province, a state, a prefecture.
     *
     * @param code    ISO 3166-2 without the country
     * @param printed as it stands on a parcel
     * @param codes   the beginnings of its postal codes; null where they say nothing
     */
    public record Region(String code, String printed, String name, Pattern codes) {
    }

    /** The fields to ask for besides country and recipient, in the order in which the country reads them. */
    public List<String> fields() {
        var order = new ArrayList<String>();
        for (var letter : letters()) {
            switch (letter) {
                case 'A' -> order.addAll(List.of("line1", "line2"));
                case 'C' -> order.add("city");
                case 'S' -> {
                    if (!regions.isEmpty()) {
                        order.add("province");
                    }
                }
                case 'Z' -> order.add("postalCode");
                default -> {
                    // what is not asked for: companies and post boxes go into the lines
                }
            }
        }
        // formats that begin with the largest are written so, and typed from the street on
        if (order.indexOf("line1") > 0) {
            order.removeAll(List.of("line1", "line2"));
            order.addAll(0, List.of("line1", "line2"));
        }
        return order;
    }

    public boolean asks(String field) {
        return fields().contains(field);
    }

    public boolean needs(String field) {
        return switch (field) {
            case "line1" -> required.contains('A');
            case "city" -> required.contains('C') && asks("city");
            case "province" -> required.contains('S') && asks("province");
            case "postalCode" -> required.contains('Z') && asks("postalCode");
            default -> false;
        };
    }

    public Optional<Region> region(String code) {
        return regions.stream().filter(region -> region.code().equals(code)).findFirst();
    }

    /** A postal code as the country writes it, however it was typed; empty where it is none. */
    public Optional<String> code(String typed) {
        if (postalCode == null) {
            return Optional.of(typed.strip());
        }
        var upper = typed.strip().toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
        var plain = upper.replaceAll("[\\s.\\-–]", "");
        return Stream.of(spaced(plain), upper, plain).filter(each -> postalCode.matcher(each).matches()).findFirst();
    }

    /** With space or dash where the example has it. */
    private String spaced(String plain) {
        if (Set.of("GB", "IM", "JE", "GG").contains(country)) {
            return plain.length() < 5 || plain.startsWith("BFPO") ? plain : plain.substring(0, plain.length() - 3) + " " + plain.substring(plain.length() - 3);
        }
        var letters = example.replaceAll("[^\\p{L}\\p{N}]", "");
        if (letters.length() != plain.length()) {
            return plain;
        }
        var out = new StringBuilder();
        var at = 0;
        for (var sign : example.toCharArray()) {
            out.append(Character.isLetterOrDigit(sign) ? plain.charAt(at++) : sign);
        }
        return out.toString();
    }

    /** As it stands on a parcel, without the country. */
    public List<String> lines(PostalAddress address) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        var between = "";
        var parts = PART.matcher(form);
        while (parts.find()) {
            if (parts.group(2) != null) {
                between = parts.group(2);
            } else if ("n".equals(parts.group(1))) {
                end(lines, line, between);
                between = "";
            } else {
                for (var value : values(parts.group(1).charAt(0), address)) {
                    if (!line.isEmpty() && between.equals("\n")) {
                        end(lines, line, "");
                        between = "";
                    }
                    line.append(line.isEmpty() ? between.stripLeading() : between).append(value);
                    between = "\n";
                }
                between = between.equals("\n") ? "" : between;
            }
        }
        end(lines, line, between);
        return lines;
    }

    /** A word of the format that stands alone on its line ("JERSEY") is kept; what joined two parts is not. */
    private static void end(List<String> lines, StringBuilder line, String left) {
        if (line.isEmpty() && left.strip().length() > 2) {
            line.append(left.strip());
        }
        if (!line.toString().isBlank()) {
            lines.add(line.toString().strip());
        }
        line.setLength(0);
    }

    private List<String> values(char part, PostalAddress address) {
        return switch (part) {
            case 'N' -> present(address.recipient());
            case 'A' -> Stream.of(present(address.line1()), present(address.line2())).flatMap(List::stream).toList();
            case 'C' -> present(address.city());
            case 'S' -> present(address.province()).stream().map(code -> region(code).map(Region::printed).orElse(code)).toList();
            case 'Z' -> present(address.postalCode());
            default -> List.of();
        };
    }

    private static List<String> present(String text) {
        return text == null || text.isBlank() ? List.of() : List.of(text.strip());
    }

    private List<Character> letters() {
        return PART.matcher(form).results().map(match -> match.group(1)).filter(letter -> letter != null && !"n".equals(letter)).map(letter -> letter.charAt(0)).distinct().toList();
    }

    /** Whether the beginning of the code belongs to the region; true where nobody can say. */
    public boolean fits(String code, String region) {
        var codes = region(region).map(Region::codes).orElse(null);
        return codes == null || codes.matcher(code).lookingAt();
    }
}
