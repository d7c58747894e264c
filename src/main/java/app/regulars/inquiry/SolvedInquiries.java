package app.regulars.inquiry;

import app.regulars.platform.security.Permissions;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to what was settled before, as an example for what is asked now. */
@Service
@RolesAllowed(Permissions.INQUIRIES_SEE)
public class SolvedInquiries {

    private final JdbcTemplate jdbc;

    SolvedInquiries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param answer what staff wrote last, which settled it */
    public record Solved(InquiryNumber number, String subject, String answer) {

        @Override
        public String toString() {
            return "solved " + number;
        }
    }

    /** Of these those that are settled and were answered, in the same order. @param most at most so many */
    @Transactional(readOnly = true)
    @RolesAllowed(Permissions.INQUIRIES_SEE)
    public List<Solved> of(List<String> numbers, int most) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<>(jdbc.query("select i.number, i.subject, m.body from inquiry i join inquiry_message m on m.inquiry_id = i.id and m.written_at = "
                + "(select max(a.written_at) from inquiry_message a where a.inquiry_id = i.id and a.staff_id is not null) and m.staff_id is not null where i.closed_at is not null "
                + "and i.number in (" + String.join(",", Collections.nCopies(numbers.size(), "?")) + ")",
                (row, n) -> new Solved(new InquiryNumber(row.getString(1)), row.getString(2), row.getString(3)), numbers.toArray()));
        found.sort((one, other) -> Integer.compare(numbers.indexOf(one.number().value()), numbers.indexOf(other.number().value())));
        return found.stream().limit(most).toList();
    }
}
