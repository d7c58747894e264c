package app.regulars.contracting;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.media.CleanPaper;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The files of contracts. */
@Component
class ContractPapers {

    private final JdbcTemplate jdbc;

    ContractPapers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param number of the contract it belongs to */
    record Stored(ContractNumber number, String name, String contentType, boolean shared, byte[] body) {
    }

    List<ContractFile.Paper> of(ContractId contract) {
        return jdbc.query("select id, name, content_type, size, shared, added_at from contract_file where contract_id = ? and removed_at is null order by added_at, id",
                (row, n) -> new ContractFile.Paper(uuid(row.getBytes(1)), row.getString(2), row.getString(3), row.getInt(4), row.getBoolean(5), instant(row, "added_at")),
                (Object) bytes(contract.value()));
    }

    void add(ContractId contract, String name, CleanPaper paper, boolean shared, StaffId by, Instant at) {
        jdbc.update("insert into contract_file (id, contract_id, name, content_type, size, body, shared, added_at, staff_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?)", bytes(Ids.next()),
                bytes(contract.value()), name, paper.contentType(), paper.body().length, paper.body(), shared, utc(at), bytes(by.value()));
    }

    /** @return its name, or empty when it is not there */
    Optional<String> remove(ContractId contract, UUID id, Instant at) {
        var name = of(contract).stream().filter(each -> each.id().equals(id)).map(ContractFile.Paper::name).findFirst();
        name.ifPresent(there -> jdbc.update("update contract_file set removed_at = ?, body = null where id = ? and contract_id = ?", utc(at), bytes(id), bytes(contract.value())));
        return name;
    }

    Optional<Stored> find(UUID id) {
        return jdbc.query("select c.number, f.name, f.content_type, f.shared, f.body from contract_file f join contract c on c.id = f.contract_id where f.id = ? and f.removed_at is null",
                (row, n) -> new Stored(new ContractNumber(row.getString(1)), row.getString(2), row.getString(3), row.getBoolean(4), row.getBytes(5)), (Object) bytes(id))
                .stream().findFirst();
    }
}
