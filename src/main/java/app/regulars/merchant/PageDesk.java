package app.regulars.merchant;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.utc;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.persistence.AfterCommit;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.text.PersonTexts;
import app.regulars.platform.web.PublicCache;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to the pages of the merchant. A page is published as a whole, in both languages; an empty one is not shown. */
@Service
@Transactional
@RolesAllowed(Permissions.SHOP_SETUP)
public class PageDesk {

    /** The pages there are, by their addresses. */
    public static final List<String> PAGES = List.of("about", "contact", "delivery", "terms");
    private static final int LONGEST = 60_000;
    private static final int LONGEST_NOTE = 200;
    private static final int MOST = 500;

    private final JdbcTemplate jdbc;
    private final Shop shop;
    private final AuditTrail audit;
    private final PublicCache cache;
    private final Clock clock;

    PageDesk(JdbcTemplate jdbc, Shop shop, AuditTrail audit, PublicCache cache, Clock clock) {
        this.jdbc = jdbc;
        this.shop = shop;
        this.audit = audit;
        this.cache = cache;
        this.clock = clock;
    }

    /** The text in force, whoever wrote it. @throws NotFound for a page that does not exist */
    @Transactional(readOnly = true)
    public Localized current(String page) {
        var text = shop.text(known(page));
        return new Localized(text.en() == null ? "" : text.en(), text.fr() == null ? "" : text.fr());
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<PageVersion> versions(String page) {
        return jdbc.query("select version, body_en, body_fr, note, published_at, published_by from merchant_page_version where page = ? order by version desc limit ?",
                (row, n) -> {
                    var by = Columns.uuid(row.getBytes(6));
                    return new PageVersion(row.getInt(1), new Localized(row.getString(2), row.getString(3)), row.getString(4), instant(row, "published_at"),
                            by == null ? null : new StaffId(by));
                }, known(page), MOST);
    }

    /**
     * Publishes the next version in both languages; two empty texts take the page away.
     *
     * @param latest the number of the version that the form was opened with, 0 for none
     * @throws Refused beside the field that is wrong, and when somebody else was faster
     */
    public int publish(StaffId by, String page, Localized body, String note, int latest) {
        var en = text(body.en(), "en");
        var fr = text(body.fr(), "fr");
        if (en.isEmpty() != fr.isEmpty()) {
            throw new Refused("merchant.both", en.isEmpty() ? "en" : "fr", Map.of());
        }
        var why = note == null ? "" : PersonTexts.bounded(note.strip(), LONGEST_NOTE, "note");
        var before = current(page);
        if (before.en().equals(en) && before.fr().equals(fr)) {
            throw new Refused("merchant.same", "en", Map.of());
        }
        var known = versions(page);
        var number = known.isEmpty() ? 0 : known.getFirst().number();
        if (number != latest) {
            throw new Refused("merchant.meanwhile", Map.of("version", number));
        }
        try {
            if (number == 0 && !before.en().isEmpty()) {
                add(page, ++number, before, "", null);
            }
            add(page, ++number, new Localized(en, fr), why, by);
        } catch (DuplicateKeyException faster) {
            throw new Refused("merchant.meanwhile", Map.of("version", number));
        }
        shop.set(page + ".en", en);
        shop.set(page + ".fr", fr);
        audit.changed(by, "merchant-page.published", "merchant-page", UUID.nameUUIDFromBytes(page.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                Change.of(page).from(Change.fields("en", before.en(), "fr", before.fr())).to(Change.fields("en", en, "fr", fr, "version", number)).because(why));
        AfterCommit.run(cache::changed);
        return number;
    }

    private void add(String page, int number, Localized body, String note, StaffId by) {
        jdbc.update("insert into merchant_page_version (id, page, version, body_en, body_fr, note, published_at, published_by) values (?, ?, ?, ?, ?, ?, ?, ?)",
                bytes(Ids.next()), page, number, body.en(), body.fr(), note, utc(clock.instant()), by == null ? null : bytes(by.value()));
    }

    private static String text(String typed, String field) {
        return typed == null || typed.isBlank() ? "" : PersonTexts.bounded(typed.strip(), LONGEST, field);
    }

    private static String known(String page) {
        if (!PAGES.contains(page)) {
            throw new NotFound();
        }
        return page;
    }
}
