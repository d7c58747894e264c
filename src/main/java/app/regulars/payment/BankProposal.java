package app.regulars.payment;

import app.regulars.platform.money.Money;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a line of a statement seems to be for.
 *
 * @param kind for what it is proposed
 * @param owed what it is for, the amounts being what is open of each
 */
public record BankProposal(Kind kind, List<Owed> owed) {

    private static final int SHORTEST = 4;
    private static final String GAP = "[^\\p{L}\\p{Nd}]{0,2}";

    /** How a proposal came about. */
    public enum Kind {
        /** It names what it is for, and is exactly what is open of it: booked without looking. */
        EXACT,
        /** It names one thing, and is less than what is open. */
        LESS,
        /** It names one thing, and is more than what is open. */
        MORE,
        /** It names several things and is not their sum. */
        SEVERAL,
        /** It names nothing, and there is one thing for just this amount. */
        AMOUNT,
        NONE;

        /** Part of the keys of its texts. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Something to be paid. @param numbers by which people name it, the first one ours */
    public record Owed(UUID reference, List<String> numbers, Money open, boolean byTransfer) {

        public String label() {
            return numbers.getFirst();
        }
    }

    public boolean isExact() {
        return kind == Kind.EXACT;
    }

    /** What is owed, its numbers made plain once for all lines of a statement. */
    record Plain(Owed owed, List<String> numbers) {
    }

    static List<Plain> plain(Collection<Owed> owed) {
        return owed.stream().map(each -> new Plain(each, each.numbers().stream().map(BankProposal::plain).toList())).toList();
    }

    static BankProposal of(String words, Money amount, Collection<Owed> owed) {
        return of(words, amount, plain(owed));
    }

    /** Pure: looks at what is written and how much it is. */
    static BankProposal of(String words, Money amount, List<Plain> owed) {
        var text = plain(words);
        var named = new ArrayList<Owed>();
        var alike = new ArrayList<Owed>();
        for (var one : owed) {
            var each = one.owed();
            if (!each.open().currency().equals(amount.currency())) {
                continue;
            }
            if (one.numbers().stream().anyMatch(number -> names(words, text, number))) {
                named.add(each);
            } else if (each.byTransfer() && each.open().equals(amount)) {
                alike.add(each);
            }
        }
        if (named.isEmpty()) {
            return alike.size() == 1 ? new BankProposal(Kind.AMOUNT, List.copyOf(alike)) : new BankProposal(Kind.NONE, List.of());
        }
        var sum = named.stream().map(Owed::open).reduce(Money.zero(amount.currency()), Money::plus);
        var kind = sum.equals(amount) ? Kind.EXACT : named.size() > 1 ? Kind.SEVERAL : sum.compareTo(amount) > 0 ? Kind.LESS : Kind.MORE;
        return new BankProposal(kind, List.copyOf(named));
    }

    /** Letters and digits only, in upper case: "hl 20 418" is "HL20418". */
    private static String plain(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]", "");
    }

    /** Whether the number stands there whole, however it is spaced: HL2041 is not in HL20418, and 4711 is not in 84711. */
    private static boolean names(String words, String text, String number) {
        return number.length() >= SHORTEST && text.contains(number)
                && Pattern.compile((Character.isDigit(number.charAt(0)) ? "(?<!\\d)" : "") + String.join(GAP, number.split("")) + "(?!\\d)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE).matcher(words).find();
    }
}
