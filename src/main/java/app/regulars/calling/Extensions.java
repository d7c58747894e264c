package app.regulars.calling;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.platform.identity.StaffId;
import app.regulars.platform.text.PhoneNumbers;
import app.regulars.staff.StaffCard;
import app.regulars.staff.StaffDirectory;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** At which number of the house somebody is called. */
@Component
class Extensions {

    static final Pattern SHORT = Pattern.compile("[0-9*#]{1,20}");

    private final JdbcTemplate jdbc;
    private final StaffDirectory staff;
    private final String country;

    Extensions(JdbcTemplate jdbc, StaffDirectory staff, @Value("${regulars.country:CA}") String country) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.country = country;
    }

    /** A number as it is kept and looked for: whole numbers in E.164, short ones as they are dialled; empty for anything else, such as "anonymous". */
    Optional<String> normal(String told) {
        var text = told == null ? "" : told.strip().replaceFirst("(?i)^(sips?|tel):", "").replaceFirst("[@;].*$", "");
        var digits = text.replaceAll("[ ().\\-/]", "");
        if (SHORT.matcher(digits).matches() && digits.length() < 7) {
            return Optional.of(digits);
        }
        return PhoneNumbers.normal(text, country).or(() -> Optional.of(digits).filter(each -> SHORT.matcher(each).matches()));
    }

    /** Who is called there and works here. @param told an extension, a number, or an e-mail address of one of us */
    Optional<StaffId> of(String told) {
        if (told == null || told.isBlank()) {
            return Optional.empty();
        }
        if (told.contains("@") && !told.matches("(?i)sips?:.*")) {
            return staff.findByEmail(told.strip()).map(StaffCard::id).filter(id -> staff.access(id).isPresent());
        }
        return normal(told).flatMap(number -> jdbc.query("select staff_id from staff_extension where extension = ?", (row, n) -> new StaffId(uuid(row.getBytes(1))), number).stream().findFirst())
                .filter(id -> staff.access(id).isPresent());
    }

    /** The extension of each who has one. */
    Map<StaffId, String> all() {
        var all = new HashMap<StaffId, String>();
        jdbc.query("select staff_id, extension from staff_extension order by extension", row -> {
            all.merge(new StaffId(uuid(row.getBytes(1))), row.getString(2), (one, other) -> one + ", " + other);
        });
        return all;
    }

    Optional<StaffId> holder(String extension) {
        return jdbc.query("select staff_id from staff_extension where extension = ?", (row, n) -> new StaffId(uuid(row.getBytes(1))), extension).stream().findFirst();
    }

    long count(StaffId of) {
        return jdbc.queryForObject("select count(*) from staff_extension where staff_id = ?", Long.class, bytes(of.value()));
    }

    void give(StaffId from, StaffId to) {
        jdbc.update("update staff_extension set staff_id = ? where staff_id = ?", bytes(to.value()), bytes(from.value()));
    }

    void clear(StaffId of) {
        jdbc.update("delete from staff_extension where staff_id = ?", bytes(of.value()));
    }

    void add(StaffId of, String extension) {
        jdbc.update("insert into staff_extension (extension, staff_id) values (?, ?)", extension, bytes(of.value()));
    }
}
