package app.regulars.customer;

import app.regulars.platform.Refused;
import app.regulars.platform.text.PersonTexts;
import java.util.List;
import java.util.Map;

/**
 * What a customer says of herself, each of it or none: how large, what the business does, why she needs what we sell, how she would
 * like to be reached. Who she is, whether a person or a company, and where, stand in the record itself.
 *
 * @param size       one of {@link #PERSON_SIZES} or {@link #COMPANY_SIZES}, or null
 * @param activity   one of {@link #ACTIVITIES}, or null
 * @param need       one of {@link #NEEDS}, or null
 * @param needText   the same in own words, or null
 * @param channel    one of {@link #CHANNELS}, or null
 * @param occupation in own words, or null
 */
public record ProfileAnswers(String size, String activity, String need, String needText, String channel, String occupation) {

    /** People in the household; named by customer.size.{code}. */
    public static final List<String> PERSON_SIZES = List.of("p1", "p2", "p3", "p5");
    /** People who work there. */
    public static final List<String> COMPANY_SIZES = List.of("c1", "c2", "c10", "c50", "c250");
    /** Named by customer.activity.{code}. */
    public static final List<String> ACTIVITIES = List.of("hospitality", "food", "retail", "office", "health", "education", "craft", "culture", "public",
            "association", "other");
    /** Named by customer.need.{code}. */
    public static final List<String> NEEDS = List.of("own", "gift", "guests", "staff", "resale", "making", "event", "other");
    /** Named by customer.channel.{code}. */
    public static final List<String> CHANNELS = List.of("email", "phone", "sms", "letter", "visit");

    private static final int LONGEST_NEED = 500;
    private static final int LONGEST_OCCUPATION = 120;

    /** As it is kept: blanks are nothing. @throws Refused for what is not offered or too long */
    ProfileAnswers checked(PartyKind kind) {
        return new ProfileAnswers(choice(size, kind == PartyKind.COMPANY ? COMPANY_SIZES : PERSON_SIZES, "size"), choice(activity, ACTIVITIES, "activity"),
                choice(need, NEEDS, "need"), PersonTexts.bounded(PersonTexts.clean(needText), LONGEST_NEED, "needText"), choice(channel, CHANNELS, "channel"),
                PersonTexts.bounded(PersonTexts.clean(occupation), LONGEST_OCCUPATION, "occupation"));
    }

    private static String choice(String typed, List<String> offered, String field) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        if (!offered.contains(typed)) {
            throw new Refused("customer.choice.unknown", field, Map.of());
        }
        return typed;
    }

    @Override
    public String toString() {
        return "answers";
    }
}
