package app.regulars.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.regulars.platform.Refused;
import app.regulars.platform.money.Money;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What statements say, and what their lines seem to be for. */
class StatementTests {

    static final String CAMT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr><Stmt><Id>S1</Id>
            <Bal><Amt Ccy="CAD">9999.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>
            <Ntry><Amt Ccy="CAD">48.30</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-11-20</Dt></BookgDt><AcctSvcrRef>B-1</AcctSvcrRef>
              <NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><RltdPties><Dbtr><Pty><Nm>Amélie &amp; Söhne</Nm></Pty></Dbtr><Cdtr><Pty><Nm>Harbourline</Nm></Pty></Cdtr></RltdPties>
              <RmtInf><Ustrd>order hl 20 418</Ustrd><Ustrd>thank you</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
            <Ntry><Amt Ccy="CAD">70.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><DtTm>2026-11-21T09:00:00</DtTm></BookgDt>
              <NtryDtls><TxDtls><AmtDtls><TxAmt><Amt Ccy="CAD">30.00</Amt></TxAmt></AmtDtls><CdtDbtInd>CRDT</CdtDbtInd><RltdPties><Dbtr><Nm>Café Un</Nm></Dbtr></RltdPties><RmtInf><Strd><CdtrRefInf><Ref>INV-2026-00007</Ref></CdtrRefInf></Strd></RmtInf></TxDtls>
              <TxDtls><Amt Ccy="CAD">40.00</Amt><RltdPties><Dbtr><Nm>Café Deux</Nm></Dbtr></RltdPties></TxDtls></NtryDtls></Ntry>
            <Ntry><Amt Ccy="CAD">12.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-11-21</Dt></BookgDt></Ntry>
            <Ntry><Amt Ccy="CAD">13.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>PDNG</Sts><BookgDt><Dt>2026-11-21</Dt></BookgDt></Ntry>
            </Stmt></BkToCstmrStmt></Document>
            """;

    @Test
    void readsWhatWasBookedIntoTheAccountFromAnIsoStatement() {
        var lines = CamtStatement.read(CAMT.getBytes(StandardCharsets.UTF_8));
        assertThat(lines).extracting(line -> line.amount().amount().stripTrailingZeros().toPlainString()).containsExactly("48.3", "30", "40");
        assertThat(lines.getFirst().payer()).isEqualTo("Amélie & Söhne");
        assertThat(lines.getFirst().words()).isEqualTo("order hl 20 418 thank you");
        assertThat(lines.getFirst().reference()).isEqualTo("B-1");
        assertThat(lines.get(1).words()).isEqualTo("INV-2026-00007");
        assertThat(lines.get(1).on()).isEqualTo(LocalDate.of(2026, 11, 21));
        assertThat(lines.get(2).payer()).isEqualTo("Café Deux");
    }

    @Test
    void readsNothingFromOutsideTheFileAndNoOtherXml() {
        var attack = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + CAMT.substring(CAMT.indexOf("<Document")).replace("thank you", "&x;");
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> CamtStatement.read(attack.getBytes(StandardCharsets.UTF_8)));
        var laughs = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
                + CAMT.substring(CAMT.indexOf("<Document")).replace("thank you", "&b;");
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> CamtStatement.read(laughs.getBytes(StandardCharsets.UTF_8)));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> CamtStatement.read("<html><body/></html>".getBytes(StandardCharsets.UTF_8)));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> CamtStatement.read(CAMT.substring(0, 400).getBytes(StandardCharsets.UTF_8)));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> CamtStatement.read(CAMT.replace("48.30", "much").getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void readsTablesAsBanksWriteThemAndGuessesTheColumns() {
        var french = "Date;Libellé;Montant;Payeur\r\n21/11/2026;Virement HL-20418;1 234,56;Café d’Été\r\n22/11/2026;Frais;-3,00;\r\n\r\n13/11/2026;\"x;y\";48,3;Z\r\n";
        var table = StatementTable.of(french.getBytes(Charset.forName("windows-1252")));
        var guess = table.guess();
        assertThat(guess).isEqualTo(new StatementTable.Columns(0, 2, 3, 1, -1, "dd/MM/uuuu"));
        var lines = table.lines(guess, "CAD");
        assertThat(lines).extracting(StatementLine::amount).containsExactly(cad("1234.56"), cad("48.30"));
        assertThat(lines.getFirst().payer()).isEqualTo("Café d’Été");
        assertThat(lines.getLast().words()).isEqualTo("x;y");
        var english = "\ufeffDate,Description,Credit\n2026-11-20,e-transfer,\"1,050.00\"\n";
        var other = StatementTable.of(english.getBytes(StandardCharsets.UTF_8));
        assertThat(other.lines(other.guess(), "CAD")).extracting(StatementLine::amount).containsExactly(cad("1050.00"));
    }

    @Test
    void saysWhichRowDoesNotFit() {
        var table = StatementTable.of("Date,Amount\n2026-11-20,5.00\n2026-11-31,6.00\n".getBytes(StandardCharsets.UTF_8));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> table.lines(new StatementTable.Columns(0, 1, -1, -1, -1, "uuuu-MM-dd"), "CAD"))
                .matches(refused -> refused.field().equals("bank-date") && refused.arguments().get("row").equals(3));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> table.lines(new StatementTable.Columns(1, 0, -1, -1, -1, "uuuu-MM-dd"), "CAD"))
                .matches(refused -> refused.field().equals("bank-amount"));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> StatementTable.of("hello".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void readsAmountsAndNothingElse() {
        assertThat(StatementTable.amount("1,234.56")).isEqualByComparingTo("1234.56");
        assertThat(StatementTable.amount("1 234,5 $")).isEqualByComparingTo("1234.5");
        assertThat(StatementTable.amount("1.234")).isEqualByComparingTo("1234");
        assertThat(StatementTable.amount("(12.00)")).isEqualByComparingTo("-12");
        assertThat(StatementTable.amount("−7,00")).isEqualByComparingTo("-7");
        assertThat(StatementTable.amount("12a")).isNull();
        assertThat(StatementTable.amount("1e9")).isNull();
    }

    @Test
    void knowsALineAgainAndTellsTwoAlikeApart() {
        var line = new StatementLine(LocalDate.of(2026, 11, 20), cad("5.00"), "A", "B", "");
        var prints = StatementLine.fingerprints(List.of(line, line));
        assertThat(prints.getFirst()).isNotEqualTo(prints.getLast());
        assertThat(StatementLine.fingerprints(List.of(line))).containsExactly(prints.getFirst());
    }

    @Test
    void proposesByNumberThenByAmount() {
        var one = new BankProposal.Owed(UUID.randomUUID(), List.of("HL-20418", "INV-2026-00007"), cad("48.30"), true);
        var ten = new BankProposal.Owed(UUID.randomUUID(), List.of("HL-2041"), cad("10.00"), true);
        var card = new BankProposal.Owed(UUID.randomUUID(), List.of("HL-30000"), cad("99.00"), false);
        var all = List.of(one, ten, card);
        assertThat(BankProposal.of("order hl 20 418, thanks", cad("48.30"), all)).isEqualTo(new BankProposal(BankProposal.Kind.EXACT, List.of(one)));
        assertThat(BankProposal.of("inv 2026 00007", cad("48.30"), all).kind()).isEqualTo(BankProposal.Kind.EXACT);
        assertThat(BankProposal.of("HL-2041 12.50", cad("10.00"), all)).isEqualTo(new BankProposal(BankProposal.Kind.EXACT, List.of(ten)));
        assertThat(BankProposal.of("HL20418", cad("40.00"), all).kind()).isEqualTo(BankProposal.Kind.LESS);
        assertThat(BankProposal.of("HL20418", cad("50.00"), all).kind()).isEqualTo(BankProposal.Kind.MORE);
        assertThat(BankProposal.of("HL20418 and HL-2041", cad("58.30"), all).isExact()).isTrue();
        assertThat(BankProposal.of("HL20418 and HL-2041", cad("58.00"), all).kind()).isEqualTo(BankProposal.Kind.SEVERAL);
        assertThat(BankProposal.of("coffee", cad("10.00"), all)).isEqualTo(new BankProposal(BankProposal.Kind.AMOUNT, List.of(ten)));
        assertThat(BankProposal.of("coffee", cad("99.00"), all).kind()).isEqualTo(BankProposal.Kind.NONE);
        assertThat(BankProposal.of("HL204", cad("48.30"), List.of(ten)).kind()).isEqualTo(BankProposal.Kind.NONE);
        var own = new BankProposal.Owed(UUID.randomUUID(), List.of("HL-55555", "4711"), cad("7.00"), true);
        assertThat(BankProposal.of("PO 4711", cad("7.00"), List.of(own)).isExact()).isTrue();
        assertThat(BankProposal.of("account 84711", cad("7.00"), List.of(own)).isExact()).as("part of another number").isFalse();
        assertThat(BankProposal.of("HL20418", Money.of("48.30", "USD"), all).kind()).isEqualTo(BankProposal.Kind.NONE);
    }

    private static Money cad(String amount) {
        return Money.of(amount, "CAD");
    }
}
