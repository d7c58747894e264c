package app.regulars.serving;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.serving.RoutingBook.Facts;
import app.regulars.serving.RoutingBook.Rule;
import app.regulars.serving.Sharing.Hand;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingBookTests {

    private static final UUID ANA = new UUID(0, 1);
    private static final UUID BEN = new UUID(0, 2);

    private static Rule rule(String name, String types, String products, String languages, String words, String tiers, String channels, String alike, String team, UUID person,
                             String priority) {
        return new Rule(name, true, list(types), list(products), list(languages), list(words), list(tiers), list(channels), alike, 60, team, person, priority);
    }

    private static List<String> list(String codes) {
        return codes == null || codes.isEmpty() ? List.of() : Arrays.stream(codes.split("/")).toList();
    }

    private static final RoutingBook BOOK = new RoutingBook(List.of(
            new Rule("switched off", false, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null, 0, "nobody", null, "low"),
            rule("gold complaints", "complaint", "", "", "", "gold", "", null, "care", ANA, "high"),
            rule("complaints", "complaint", "", "", "", "", "", null, "care", null, "high"),
            rule("burst and broken", "", "", "", "broken/leaks/does not work/ne marche pas", "", "", null, "repairs", null, "high"),
            rule("kettles", "question/product", "kettles/harbour-kettle", "", "", "", "", null, "brewing", null, null),
            rule("French by phone", "", "", "fr", "", "", "phone", null, "quebec", BEN, null),
            rule("French", "", "", "fr", "", "", "", null, "quebec", null, null),
            rule("like bills", "", "", "", "", "", "", "money", "money", null, null),
            rule("business", "", "", "", "", "business/gold", "", null, "accounts", null, "normal"),
            rule("ideas", "idea", "", "", "", "", "", null, null, null, "low")));

    @ParameterizedTest(name = "{0}")
    @CsvSource(nullValues = "-", delimiter = '|', value = {
            "a plain question fits nothing      | question  | -               | -       | en | How are you                      | regular  | web   | -     | 0  | -               | -        | -    | -",
            "a complaint                        | complaint | -               | -       | en | I am cross                       | regular  | web   | -     | 0  | complaints      | care     | high | -",
            "a complaint of gold                | complaint | -               | -       | en | I am cross                       | gold     | web   | -     | 0  | gold complaints | care     | high | 1",
            "a complaint wins over its words    | complaint | -               | -       | en | My cup is broken                 | business | web   | -     | 0  | complaints      | care     | high | -",
            "a word                             | question  | -               | -       | en | My cup is broken                 | regular  | web   | -     | 0  | burst and broken | repairs | high | -",
            "a word in capitals                 | question  | -               | -       | en | MY CUP IS BROKEN!                | regular  | web   | -     | 0  | burst and broken | repairs | high | -",
            "only part of a word                | question  | -               | -       | en | My cup is unbrokenly fine        | regular  | web   | -     | 0  | -               | -        | -    | -",
            "words in a row                     | question  | -               | -       | en | The lid does not work any more   | regular  | web   | -     | 0  | burst and broken | repairs | high | -",
            "words apart                        | question  | -               | -       | en | Does it work or not              | regular  | web   | -     | 0  | -               | -        | -    | -",
            "French words                       | delivery  | -               | -       | fr | La bouilloire ne marche pas      | regular  | web   | -     | 0  | burst and broken | repairs | high | -",
            "a product by its handle            | question  | harbour-kettle  | -       | en | How long is the lead             | regular  | web   | -     | 0  | kettles         | brewing  | -    | -",
            "a product by its category          | product   | steel-kettle    | kettles | en | How long is the lead             | regular  | web   | -     | 0  | kettles         | brewing  | -    | -",
            "the wrong type for the product     | return    | harbour-kettle  | kettles | en | It comes back                    | regular  | web   | -     | 0  | -               | -        | -    | -",
            "French                             | question  | -               | -       | fr | Bonjour                          | regular  | web   | -     | 0  | French          | quebec   | -    | -",
            "French on the phone                | question  | -               | -       | fr | Bonjour                          | regular  | phone | -     | 0  | French by phone | quebec   | -    | 2",
            "like bills                         | invoice   | -               | -       | en | The sum on the paper             | regular  | web   | money | 80 | like bills      | money    | -    | -",
            "hardly like bills                  | invoice   | -               | -       | en | The sum on the paper             | regular  | web   | money | 59 | -               | -        | -    | -",
            "like something else                | invoice   | -               | -       | en | The sum on the paper             | business | web   | care  | 90 | business        | accounts | normal | -",
            "a tier                             | question  | -               | -       | en | When do you open                 | gold     | mail  | -     | 0  | business        | accounts | normal | -",
            "only a priority                    | idea      | -               | -       | en | Sell tea eggs                    | regular  | web   | -     | 0  | ideas           | -        | low  | -"})
    void sendsWhereTheFirstRuleThatFitsSays(String what, String type, String product, String category, String language, String text, String tier, String channel, String like,
                                            int share, String rule, String team, String priority, String person) {
        var facts = new Facts(type, product, category == null ? List.of() : List.of(category), language, text, tier, channel, like, share, like == null ? List.of() : List.of("INQ-1"));
        var route = BOOK.decide(facts);
        assertThat(route.rule()).isEqualTo(rule);
        assertThat(route.team()).isEqualTo(team);
        assertThat(route.priority()).isEqualTo(priority);
        assertThat(route.person()).isEqualTo(person == null ? null : new UUID(0, Long.parseLong(person)));
        assertThat(BOOK.decide(facts)).isEqualTo(route);
    }

    /** Telephones write apostrophes and accents in their own way, and letters end lines where they like. */
    @Test
    void findsWordsHoweverTheyAreWritten() {
        var book = new RoutingBook(List.of(rule("lost", "", "", "", "n'est pas arrivé/l’anse", "", "", null, "parcels", null, null)));
        for (var text : List.of("Mon colis N\u2019EST\n  pas\u00A0arrive\u0301.", "L'anse est cassée")) {
            assertThat(book.decide(new Facts("question", null, List.of(), "fr", text, "regular", "mail", null, 0, List.of())).rule()).as(text).isEqualTo("lost");
        }
    }

    @Test
    void sharesWorkOutInTurn() {
        var before = Instant.parse("2026-11-01T00:00:00Z");
        assertThat(Sharing.pick(null, List.of(new Hand(ANA, 5, false, 1, before.plusSeconds(9)), new Hand(BEN, 5, false, 4, before))).staff()).isEqualTo(BEN);
        assertThat(Sharing.pick(null, List.of(new Hand(ANA, 5, false, 1, before), new Hand(BEN, 5, false, 4, null))).staff()).isEqualTo(BEN);
    }

    @Test
    void givesNothingToWhoeverIsAwayOrHasEnough() {
        assertThat(Sharing.pick(null, List.of(new Hand(ANA, 5, true, 0, null), new Hand(BEN, 5, false, 4, null))).staff()).isEqualTo(BEN);
        assertThat(Sharing.pick(null, List.of(new Hand(ANA, 5, false, 5, null), new Hand(BEN, 5, true, 0, null)))).isEqualTo(new Sharing.Pick(null, "full"));
        assertThat(Sharing.pick(null, List.of())).isEqualTo(new Sharing.Pick(null, "nobody"));
    }

    @Test
    void aNamedPersonGetsItUnlessAway() {
        assertThat(Sharing.pick(ANA, List.of(new Hand(ANA, 1, false, 9, null)))).isEqualTo(new Sharing.Pick(ANA, "named"));
        assertThat(Sharing.pick(ANA, List.of(new Hand(ANA, 1, true, 0, null), new Hand(BEN, 5, false, 0, null)))).isEqualTo(new Sharing.Pick(BEN, "stead"));
    }
}
