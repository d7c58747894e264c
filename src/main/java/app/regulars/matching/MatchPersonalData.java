package app.regulars.matching;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.privacy.PersonalDataSource;
import app.regulars.platform.privacy.PersonalTable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Which records are one person. After erasure nothing compares them any more; that two became one stays, without the reason and
 * without what belonged to whom, so that they stay one.
 */
@Component
class MatchPersonalData implements PersonalDataSource {

    private static final String PAIR = "low_id = :customer or high_id = :customer";
    private static final String MERGE = "survivor_id = :customer or absorbed_id = :customer";

    private final JdbcTemplate jdbc;

    MatchPersonalData(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String block() {
        return "matching.personal-data";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("match_key", "customer_id = :customer").deleted().notInTheArchive(),
                PersonalTable.of("match_candidate", PAIR).deleted().notInTheArchive(), PersonalTable.of("match_dismissal", PAIR).deleted().notInTheArchive(),
                PersonalTable.of("customer_merge", MERGE).blanked("null", "reason").notInTheArchive(),
                PersonalTable.of("customer_merge_row", "merge_id in (select id from customer_merge where " + MERGE + ")").deleted().notInTheArchive());
    }

    /** Records that were given up for this one, and what was given up for those. */
    @Override
    public Set<CustomerId> alsoKnownAs(CustomerId customer) {
        var all = new HashSet<CustomerId>();
        var look = List.of(customer);
        while (!look.isEmpty()) {
            look = look.stream().flatMap(each -> jdbc.query("select absorbed_id from customer_merge where survivor_id = ? and undone_at is null",
                    (row, n) -> new CustomerId(Columns.uuid(row.getBytes(1))), Columns.bytes(each.value())).stream()).filter(all::add).toList();
        }
        return all;
    }
}
