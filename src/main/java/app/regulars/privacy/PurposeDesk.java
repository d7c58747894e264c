package app.regulars.privacy;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.persistence.AfterCommit;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.text.PersonTexts;
import app.regulars.platform.web.PublicCache;
import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to what people may be asked for: purposes, their words and what the law implies. */
@Service
@Transactional
@RolesAllowed(Permissions.PRIVACY_SETUP)
public class PurposeDesk {

    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_SENTENCE = 1_000;
    /** For how long Canada's anti-spam law (section 10) takes a yes for granted after a purchase, and after a question. */

    private final Purposes purposes;
    private final ConsentLines lines;
    private final AuditTrail audit;
    private final PublicCache cache;
    private final Clock clock;

    PurposeDesk(Purposes purposes, ConsentLines lines, AuditTrail audit, PublicCache cache, Clock clock) {
        this.purposes = purposes;
        this.lines = lines;
        this.audit = audit;
        this.cache = cache;
        this.clock = clock;
    }

    /** What people read beside the switch, in both languages. */
    public record Words(Localized title, Localized sentence) {
    }

    /** @param wordings newest first, both languages */
    public record PurposeFile(Purpose purpose, List<Wording> wordings) {

        public Wording now(String language) {
            return wordings.stream().filter(words -> words.language().equals(language)).findFirst().orElse(null);
        }
    }

    @Transactional(readOnly = true)
    public List<PurposeFile> list() {
        return purposes.all().stream().map(purpose -> new PurposeFile(purpose, purposes.wordings(purpose.code()))).toList();
    }

    /** @throws NotFound for a code that is none */
    @Transactional(readOnly = true)
    public PurposeFile find(String code) {
        return purposes.find(code).map(purpose -> new PurposeFile(purpose, purposes.wordings(purpose.code()))).orElseThrow(NotFound::new);
    }

    /** Everything that is wrong with new words, one refusal a field. */
    @Transactional(readOnly = true, noRollbackFor = Refused.class)
    public List<Refused> problems(Words words) {
        var problems = new ArrayList<Refused>();
        for (var field : List.of(new Field("title-en", words.title().en(), LONGEST_TITLE), new Field("sentence-en", words.sentence().en(), LONGEST_SENTENCE),
                new Field("title-fr", words.title().fr(), LONGEST_TITLE), new Field("sentence-fr", words.sentence().fr(), LONGEST_SENTENCE))) {
            if (PersonTexts.clean(field.value()) == null) {
                problems.add(new Refused("privacy.desk.missing", field.name(), Map.of()));
            } else if (field.value().length() > field.most()) {
                problems.add(new Refused("platform.text.long", field.name(), Map.of("most", field.most())));
            }
        }
        return problems;
    }

    /** Everything that is wrong with a new purpose. */
    @Transactional(readOnly = true, noRollbackFor = Refused.class)
    public List<Refused> problems(String code, List<String> channels, Words words) {
        var problems = new ArrayList<Refused>();
        if (code == null || code.length() > LONGEST_CODE || !code.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            problems.add(new Refused("privacy.desk.code.broken", "code", Map.of()));
        } else if (purposes.find(code).isPresent()) {
            problems.add(new Refused("privacy.desk.code.taken", "code", Map.of()));
        }
        if (channels.isEmpty() || !Purpose.CHANNELS.containsAll(channels)) {
            problems.add(new Refused("privacy.desk.channels.missing", "channels", Map.of()));
        }
        problems.addAll(problems(words));
        return problems;
    }

    /** A new purpose with its first words, switched off: nobody is asked before somebody switches it on. */
    public void add(String code, List<String> channels, Words words, StaffId by) {
        refuseFirst(problems(code, channels, words));
        var position = purposes.all().stream().mapToInt(Purpose::position).max().orElse(0) + 1;
        purposes.add(new Purpose(code, position, List.copyOf(channels), "consent", false, null, null));
        write(code, 1, words, false, by);
        record(by, "purpose.added", code, change -> change.to(Change.fields("channels", String.join(", ", channels), "title", words.title().en(), "sentence", words.sentence().en())));
    }

    /** Whether people are asked for it; switched off, nothing is sent for it either, and what they said is kept. */
    public void offer(String code, boolean offered, StaffId by) {
        var purpose = find(code).purpose();
        purposes.change(new Purpose(code, purpose.position(), purpose.channels(), purpose.basis(), offered, purpose.purchaseMonths(), purpose.inquiryMonths()));
        record(by, offered ? "purpose.on" : "purpose.off", code, change -> change.of("offered", purpose.offered(), offered));
        AfterCommit.run(cache::changed);
    }

    /**
     * Changes what counts from now on; what was said or implied before stays as it was.
     *
     * @param purchaseMonths 1 to 24, or null where a purchase implies nothing
     * @param inquiryMonths  1 to 6, or null where a question implies nothing
     */
    public void change(String code, List<String> channels, Integer purchaseMonths, Integer inquiryMonths, StaffId by) {
        var purpose = find(code).purpose();
        if (channels.isEmpty() || !Purpose.CHANNELS.containsAll(channels)) {
            throw new Refused("privacy.desk.channels.missing", "channels", Map.of());
        }
        checkMonths(purchaseMonths, "purchase", Purpose.MOST_AFTER_PURCHASE);
        checkMonths(inquiryMonths, "inquiry", Purpose.MOST_AFTER_INQUIRY);
        purposes.change(new Purpose(code, purpose.position(), List.copyOf(channels), purpose.basis(), purpose.offered(), purchaseMonths, inquiryMonths));
        record(by, "purpose.changed", code, change -> change.from(fields(purpose.channels(), purpose.purchaseMonths(), purpose.inquiryMonths()))
                .to(fields(channels, purchaseMonths, inquiryMonths)));
    }

    /**
     * Publishes the next version in both languages; the versions before stay as they are.
     *
     * @param inSubstance whether it means something else: then what was agreed to in earlier words no longer counts, and people are
     *                    asked again
     * @return the version
     */
    public int publish(String code, Words words, boolean inSubstance, StaffId by) {
        var file = find(code);
        refuseFirst(problems(words));
        var version = file.wordings().stream().mapToInt(Wording::version).max().orElse(0) + 1;
        var english = write(code, version, words, inSubstance, by);
        if (inSubstance) {
            lines.append(List.of(ConsentLine.next(ConsentKind.REWORDED, ConsentLine.EVERYBODY, "console", ConsentActor.staff(by), english.validFrom(),
                    "reworded:" + code + ":" + version).about(file.purpose(), null, english)));
        }
        var was = file.now("en");
        record(by, inSubstance ? "purpose.reworded" : "purpose.worded", code, change -> change
                .from(was == null ? null : Change.fields("version", was.version(), "title", was.title(), "sentence", was.sentence()))
                .to(Change.fields("version", version, "title", english.title(), "sentence", english.sentence())));
        AfterCommit.run(cache::changed);
        return version;
    }

    private Wording write(String code, int version, Words words, boolean inSubstance, StaffId by) {
        var now = clock.instant();
        Wording english = null;
        for (var locale : Languages.ALL) {
            var language = Languages.code(locale);
            var one = new Wording(Ids.next(), code, version, language, PersonTexts.clean(words.title().in(locale)), PersonTexts.clean(words.sentence().in(locale)),
                    now, inSubstance);
            purposes.publish(one, by.value());
            english = "en".equals(language) ? one : english;
        }
        return english;
    }

    private record Field(String name, String value, int most) {
    }

    private static void refuseFirst(List<Refused> problems) {
        problems.stream().findFirst().ifPresent(problem -> {
            throw problem;
        });
    }

    private static void checkMonths(Integer months, String field, int most) {
        if (months != null && (months < 1 || months > most)) {
            throw new Refused("privacy.desk.months.broken", field, Map.of("most", most));
        }
    }

    /** A purpose has no id of its own: one is made from its code, always the same. */
    private void record(StaffId by, String action, String code, UnaryOperator<Change> what) {
        audit.changed(by, action, "purpose", UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8)), what.apply(Change.of(code)));
    }

    private static Map<String, Object> fields(List<String> channels, Integer purchaseMonths, Integer inquiryMonths) {
        return Change.fields("channels", String.join(", ", channels), "purchaseMonths", purchaseMonths, "inquiryMonths", inquiryMonths);
    }
}
