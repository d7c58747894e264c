package app.regulars.payment;

import app.regulars.platform.Refused;
import app.regulars.platform.money.Money;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads what came in from an ISO 20022 statement (camt.053, any version; camt.052 and camt.054 say it alike): booked credits, each
 * transaction of an entry by itself. Nothing outside the file is ever read.
 */
final class CamtStatement {

    private static final int DEEPEST = 60;
    private static final int MOST = 20_000;

    private final List<StatementLine> lines = new ArrayList<>();
    private final Deque<String> path = new ArrayDeque<>();
    private Entry entry;
    private Entry part;
    private boolean split;

    private CamtStatement() {
    }

    /** What is known so far of an entry, or of a transaction in it. */
    private static final class Entry {

        private BigDecimal amount;
        private String currency;
        private boolean credit;
        private boolean booked = true;
        private boolean reversal;
        private LocalDate on;
        private String payer = "";
        private String reference = "";
        private final StringBuilder words = new StringBuilder();
    }

    /** @throws Refused if it is none */
    static List<StatementLine> read(byte[] file) {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        var statement = new CamtStatement();
        try {
            statement.read(factory.createXMLStreamReader(new ByteArrayInputStream(file)));
        } catch (XMLStreamException | ArithmeticException | NumberFormatException | DateTimeException broken) {
            throw new Refused("payment.bank.refused.xml", "bank-file", Map.of());
        }
        return statement.lines;
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        var text = new StringBuilder();
        var known = false;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    path.push(xml.getLocalName());
                    if (path.size() > DEEPEST || lines.size() > MOST) {
                        throw new XMLStreamException("too much");
                    }
                    known |= xml.getNamespaceURI() != null && xml.getNamespaceURI().contains("camt.05");
                    text.setLength(0);
                    begin(xml);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                case XMLStreamConstants.ENTITY_REFERENCE, XMLStreamConstants.DTD -> throw new XMLStreamException("no entities of its own");
                case XMLStreamConstants.END_ELEMENT -> {
                    end(text.toString().strip());
                    text.setLength(0);
                    path.pop();
                }
                default -> {
                    // comments and white space
                }
            }
        }
        if (!known) {
            throw new XMLStreamException("not a statement");
        }
    }

    private void begin(XMLStreamReader xml) {
        switch (path.peek()) {
            case "Ntry" -> {
                entry = new Entry();
                split = false;
            }
            case "TxDtls" -> {
                if (entry != null) {
                    part = new Entry();
                    part.credit = entry.credit;
                    split = true;
                }
            }
            case "Amt" -> {
                if (part() != null) {
                    part().currency = part().amount == null ? xml.getAttributeValue(null, "Ccy") : part().currency;
                }
            }
            default -> {
                // what it says comes with its end
            }
        }
    }

    private Entry part() {
        return part != null ? part : entry;
    }

    private void end(String said) {
        if (entry == null) {
            return;
        }
        var of = parent();
        switch (path.peek()) {
            case "Amt" -> {
                // the amount of the entry itself, or the transaction's own
                if ("Ntry".equals(of) || part != null && part.amount == null && ("TxDtls".equals(of) || "TxAmt".equals(of))) {
                    part().amount = new BigDecimal(said);
                }
            }
            case "CdtDbtInd" -> {
                if ("Ntry".equals(of) || "TxDtls".equals(of)) {
                    part().credit = "CRDT".equals(said);
                }
            }
            case "RvslInd" -> entry.reversal = "true".equals(said) || "1".equals(said);
            case "Sts" -> {
                if ("Ntry".equals(of) && !said.isEmpty()) {
                    entry.booked = "BOOK".equals(said);
                }
            }
            case "Cd" -> {
                if ("Sts".equals(of)) {
                    entry.booked = "BOOK".equals(said);
                }
            }
            case "Dt", "DtTm" -> {
                if ("BookgDt".equals(of) || entry.on == null && "ValDt".equals(of)) {
                    entry.on = LocalDate.parse(said.substring(0, Math.min(said.length(), "2026-01-01".length())));
                }
            }
            case "Nm" -> {
                if ("Dbtr".equals(of) || "Pty".equals(of) && path.contains("Dbtr")) {
                    part().payer = said;
                }
            }
            case "Ustrd", "Ref", "EndToEndId", "AddtlNtryInf", "AddtlTxInf" -> {
                if (!"NOTPROVIDED".equals(said) && !said.isEmpty()) {
                    part().words.append(' ').append(said);
                }
            }
            case "AcctSvcrRef" -> part().reference = said;
            case "TxDtls" -> add(part, true);
            case "Ntry" -> {
                if (!split) {
                    add(entry, false);
                }
                entry = null;
            }
            default -> {
                // nothing that we need
            }
        }
    }

    private void add(Entry done, boolean transaction) {
        part = null;
        var amount = done.amount == null ? entry.amount : done.amount;
        var currency = done.currency == null ? entry.currency : done.currency;
        if (done.credit && entry.booked && !entry.reversal && amount != null && amount.signum() > 0 && currency != null && entry.on != null) {
            var words = done.words.toString() + (transaction ? entry.words.toString() : "");
            lines.add(new StatementLine(entry.on, Money.of(amount, currency), done.payer.isEmpty() ? entry.payer : done.payer, words,
                    done.reference.isEmpty() ? entry.reference : done.reference));
        }
    }

    private String parent() {
        var all = path.iterator();
        all.next();
        return all.hasNext() ? all.next() : "";
    }
}
