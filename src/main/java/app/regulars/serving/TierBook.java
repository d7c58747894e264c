package app.regulars.serving;

import app.regulars.platform.i18n.Localized;
import java.util.List;

/** The tiers, the best first; a customer is in the first whose group she is in, and everybody is in the last. */
public record TierBook(List<Tier> tiers) {

    static final TierBook SHIPPED = new TierBook(List.of(
            new Tier("gold", new Localized("Gold", "Or"), new Localized("You are one of our best customers: your questions are answered first.", "Vous comptez parmi nos meilleurs clients : vos questions passent en premier."), "gold"),
            new Tier("business", new Localized("Business", "Affaires"), new Localized("You buy for a business: your questions are answered within half a working day.", "Vous achetez pour une entreprise : nous répondons dans la demi-journée de travail."), "business"),
            new Tier("regular", new Localized("Regular", "Régulier"), new Localized("Your questions are answered within the working day.", "Nous répondons à vos questions dans la journée de travail."), null)));

    /** @param meaning what it means, in words for the customer @param group the code of the group or segment whose customers are in it; null for everybody */
    public record Tier(String code, Localized name, Localized meaning, String group) {
    }
}
