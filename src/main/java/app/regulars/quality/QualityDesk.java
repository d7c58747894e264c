package app.regulars.quality;

import app.regulars.platform.security.Permissions;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to the worst records. One statement a page and one for the sums, however many customers there are. */
@Service
@Transactional(readOnly = true)
@RolesAllowed(Permissions.CUSTOMERS_SEE)
public class QualityDesk {

    private static final String FAULTS = """
            select c.number, coalesce(c.company_name, c.name) as shown,
                case when coalesce(c.email, c.contact_email) is null or coalesce((select m.state from outbox_message m where m.customer_id = c.id
                    and m.state in ('SENT', 'FAILED') order by m.posted_at desc, m.id desc limit 1), 'SENT') = 'FAILED' then 1 else 0 end as f_mail,
                case when exists (select 1 from match_candidate d where d.low_id = c.id) or exists (select 1 from match_candidate d where d.high_id = c.id)
                    then 1 else 0 end as f_duplicate,
                case when exists (select 1 from customer_address a where a.customer_id = c.id and a.line1 is not null)
                    or exists (select 1 from company_member b join customer_address a on a.customer_id = b.company_id where b.person_id = c.id and a.line1 is not null)
                    then 0 else 1 end as f_address,
                case when c.phone is null or c.phone = '' then 1 else 0 end as f_phone,
                case when c.kind = 'PERSON' and c.name not like '% %' then 1 else 0 end as f_name
            from customer c where c.merged_into is null and (c.email is null or c.email not like '%@invalid')""";
    private static final String POINTS = String.join(" + ", Arrays.stream(Fault.values()).map(fault -> "f_" + fault.code() + " * " + fault.points()).toList());

    private final JdbcTemplate jdbc;

    QualityDesk(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The worst first. @param fault null for all of them @param limit at most 200 */
    @RolesAllowed(Permissions.CUSTOMERS_SEE)
    public List<PoorRecord> worst(Fault fault, int offset, int limit) {
        return jdbc.query("select q.*, " + POINTS + " as points from (" + FAULTS + ") q where " + (fault == null ? POINTS + " > 0" : "f_" + fault.code() + " = 1")
                + " order by points desc, number limit ? offset ?", (row, n) -> {
                    var faults = new java.util.ArrayList<Fault>();
                    for (var each : Fault.values()) {
                        if (row.getInt("f_" + each.code()) == 1) {
                            faults.add(each);
                        }
                    }
                    return new PoorRecord(row.getString("number"), row.getString("shown"), List.copyOf(faults), row.getInt("points"));
                }, Math.min(limit, 200), offset);
    }

    /**
     * @param records how many records there are
     * @param poor    how many of them have something wrong
     * @param faults  how many have each
     */
    public record Sums(long records, long poor, Map<Fault, Long> faults) {
    }

    @RolesAllowed(Permissions.CUSTOMERS_SEE)
    public Sums sums() {
        var columns = String.join(", ", Arrays.stream(Fault.values()).map(fault -> "coalesce(sum(f_" + fault.code() + "), 0) as f_" + fault.code()).toList());
        return jdbc.queryForObject("select count(*) as records, coalesce(sum(case when " + POINTS + " > 0 then 1 else 0 end), 0) as poor, " + columns + " from (" + FAULTS + ") q",
                (row, n) -> {
                    var faults = new EnumMap<Fault, Long>(Fault.class);
                    for (var each : Fault.values()) {
                        faults.put(each, row.getLong("f_" + each.code()));
                    }
                    return new Sums(row.getLong("records"), row.getLong("poor"), faults);
                });
    }
}
