package app.regulars.talking;

import app.regulars.inquiry.TalkedInquiries;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.identity.StaffNames;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.ui.Live;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What both sides do in a talk, and how it ends. Whoever calls holds its lock. */
@Component
class TalkRoom {

    /** Tells live pages that something was said or done in any talk. */
    static final String TOPIC = "talks";
    private static final Duration HEARD_OF = Duration.ofSeconds(30);
    private static final int MOST_LINES = 1_000;
    private static final int LONGEST_PART = 9_000;
    private static final int LONGEST_SUBJECT = 90;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final TalkStore store;
    private final TalkedInquiries inquiries;
    private final StaffNames staff;
    private final Texts texts;
    private final Shop shop;
    private final Clock clock;

    TalkRoom(TalkStore store, TalkedInquiries inquiries, StaffNames staff, Texts texts, Shop shop, Clock clock) {
        this.store = store;
        this.inquiries = inquiries;
        this.staff = staff;
        this.texts = texts;
        this.shop = shop;
        this.clock = clock;
    }

    /** @param by who of us says it, or null for the customer @return its n, also of what was said with this key before @throws Refused where it is over or full */
    int say(Talk talk, String key, StaffId by, String text) {
        // the two sides make their keys apart from each other
        var own = (by == null ? "c:" : "s:") + Words.key(key);
        var known = store.line(talk.id(), own);
        if (known.isPresent()) {
            return known.get().n();
        }
        if (talk.isOver()) {
            throw new Refused("talking.refused.over", "text", Map.of());
        }
        var line = Words.line(text);
        if (store.last(talk.id()) >= MOST_LINES) {
            throw new Refused("talking.refused.full", "text", Map.of());
        }
        var n = store.say(talk.id(), own, by == null ? Line.Who.CUSTOMER : Line.Who.STAFF, by, line, clock.instant());
        Live.changed(TOPIC);
        return n;
    }

    /** Whether the customer said something with this key before. */
    boolean knows(Talk talk, String key) {
        return store.line(talk.id(), "c:" + Words.key(key)).isPresent();
    }

    void give(Talk talk, StaffId to) {
        var at = clock.instant();
        store.given(talk.id(), to, at);
        store.say(talk.id(), "j:" + (store.last(talk.id()) + 1), Line.Who.JOINED, to, "", at);
        Live.changed(TOPIC);
    }

    /** @param why for staff to read; the customer only sees who came */
    void takeOver(Talk talk, StaffId by, String why) {
        var at = clock.instant();
        store.given(talk.id(), by, at);
        store.say(talk.id(), "j:" + (store.last(talk.id()) + 1), Line.Who.TAKEN, by, why, at);
        Live.changed(TOPIC);
    }

    /**
     * It becomes an inquiry, in the same transaction.
     *
     * @return false if it was over before
     */
    boolean end(Talk talk, EndedWhy why) {
        if (talk.isOver()) {
            return false;
        }
        var lines = store.lines(talk.id(), 0);
        var first = lines.stream().filter(line -> line.who() == Line.Who.CUSTOMER).map(Line::text).findFirst().orElse(talk.number()).replaceAll("\\s+", " ");
        var subject = first.codePointCount(0, first.length()) <= LONGEST_SUBJECT ? first : first.substring(0, first.offsetByCodePoints(0, LONGEST_SUBJECT - 1)) + "…";
        var number = inquiries.open(new TalkedInquiries.Talked(talk.customer(), talk.person(), talk.signedIn(), talk.language(), subject, transcript(talk, lines), "talk:" + talk.id(),
                lines.stream().filter(line -> line.who() == Line.Who.TAKEN).map(line -> new TalkedInquiries.Noted(line.staff(), line.text())).toList()),
                talk.staff(), why == EndedWhy.ANSWERED);
        store.ended(talk.id(), why, number.value(), clock.instant());
        Live.changed(TOPIC);
        return true;
    }

    /** For the page of one side. @param after the n from which on lines are wanted @param byStaff whether one of us looks */
    Conversation shown(Talk talk, int after, boolean byStaff) {
        var now = clock.instant();
        var lines = store.lines(talk.id(), after);
        var names = names(talk, lines);
        var writing = Talk.isWriting(byStaff ? talk.customerWritesUntil() : talk.staffWritesUntil(), now);
        return conversation(talk, names, writing, now, lines.stream().map(line -> spoken(line, talk, names, byStaff)).toList());
    }

    /** For a list: of each talk only its first line, with three statements for all of them. */
    List<Conversation> listed(List<Talk> talks) {
        var now = clock.instant();
        var names = staff.names(talks.stream().map(Talk::staff).filter(Objects::nonNull).distinct().toList());
        var first = store.firstLines(talks.stream().map(Talk::id).toList());
        return talks.stream().map(talk -> conversation(talk, names, Talk.isWriting(talk.customerWritesUntil(), now), now,
                Stream.ofNullable(first.get(talk.id())).map(line -> spoken(line, talk, names, true)).toList())).toList();
    }

    private static Conversation conversation(Talk talk, Map<StaffId, String> names, boolean writing, Instant now, List<Spoken> lines) {
        return new Conversation(talk.number(), talk.customer(), talk.signedIn(), talk.name(), talk.staff(), talk.staff() == null ? "" : names.getOrDefault(talk.staff(), ""), writing,
                talk.customerSeen().isAfter(now.minus(HEARD_OF)), talk.openedAt(), talk.why(), talk.inquiry(), lines);
    }

    /** The reason for which one took it over is not for the customer. */
    private static Spoken spoken(Line line, Talk talk, Map<StaffId, String> names, boolean byStaff) {
        var who = line.who() == Line.Who.TAKEN && !byStaff ? Line.Who.JOINED : line.who();
        return new Spoken(line.n(), line.who() == Line.Who.CUSTOMER ? line.key().substring(2) : "", who.name().toLowerCase(Locale.ROOT),
                line.staff() == null ? talk.name() : names.getOrDefault(line.staff(), ""), who == Line.Who.JOINED ? "" : line.text(), line.at());
    }

    private Map<StaffId, String> names(Talk talk, List<Line> lines) {
        return staff.names(Stream.concat(Stream.ofNullable(talk.staff()), lines.stream().map(Line::staff)).filter(Objects::nonNull).distinct().toList());
    }

    /** Everything in the customer's language and the shop's time, in pieces that an inquiry takes. */
    private List<String> transcript(Talk talk, List<Line> lines) {
        var names = names(talk, lines);
        var parts = new ArrayList<String>();
        var part = new StringBuilder(texts.get(talk.language(), "talking.transcript", Map.of("number", talk.number(), "day", DAY.format(talk.openedAt().atZone(shop.zone())))));
        for (var line : lines) {
            var time = TIME.format(line.at().atZone(shop.zone()));
            var name = line.staff() == null ? talk.name() : names.getOrDefault(line.staff(), shop.name());
            var came = line.who() == Line.Who.JOINED || line.who() == Line.Who.TAKEN;
            var side = line.staff() == null ? texts.get(talk.language(), "talking.transcript.customer") : shop.name();
            // whatever she writes or calls herself, no line of hers can look like one of ours
            var said = "\n" + time + " [" + side + "] " + (came ? texts.get(talk.language(), "talking.joined", Map.of("name", name)) : name + ": " + line.text().replace("\n", "\n› "));
            if (part.length() + said.length() > LONGEST_PART) {
                parts.add(part.toString());
                part = new StringBuilder();
            }
            part.append(part.isEmpty() ? said.substring(1) : said);
        }
        parts.add(part.toString());
        return parts;
    }
}
