package app.regulars.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.platform.money.Money;
import app.regulars.testing.RegularsTest;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Papers are PDF/UA-1 as veraPDF reads it, in both languages, short and long. */
@RegularsTest
class AccessiblePaperTests {

    @Autowired
    InvoicePapers papers;

    @Test
    void isPdfUaInBothLanguagesShortAndLong() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (var locale : List.of(Locale.CANADA, Locale.CANADA_FRENCH)) {
            for (var credit : List.of(false, true)) {
                for (var lines : List.of(1, 60)) {
                    var pdf = papers.pdf(paper(locale, credit, lines));
                    Files.write(Path.of("target", "paper-%s-%s-%d.pdf".formatted(locale.getLanguage(), credit ? "credit" : "invoice", lines)), pdf);
                    assertThat(findings(pdf)).as("%s, credit %s, %d lines", locale, credit, lines).isEmpty();
                }
            }
        }
    }

    /** The check bites: a page without structure is found out. */
    @Test
    void findsAPaperThatIsNotAccessible() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (var plain = new org.apache.pdfbox.pdmodel.PDDocument(); var out = new java.io.ByteArrayOutputStream()) {
            plain.addPage(new org.apache.pdfbox.pdmodel.PDPage());
            plain.save(out);
            assertThat(findings(out.toByteArray())).isNotEmpty();
        }
    }

    private static List<String> findings(byte[] pdf) throws Exception {
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
             var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            var result = validator.validate(parser);
            var findings = new ArrayList<String>();
            result.getTestAssertions().forEach(each -> findings.add(each.getRuleId().getClause() + "-" + each.getRuleId().getTestNumber() + ": " + each.getMessage()));
            if (!result.isCompliant() && findings.isEmpty()) {
                findings.add("not compliant");
            }
            return findings.stream().distinct().toList();
        }
    }

    private static InvoiceFile paper(Locale locale, boolean credit, int count) {
        var lines = new ArrayList<InvoiceFile.Line>();
        for (var i = 0; i < count; i++) {
            lines.add(new InvoiceFile.Line("SKU-" + i, "Café d’Antigua, grains entiers " + i, i % 2 == 0 ? "250 g" : "", 2, cad("18.50"), cad("37.00")));
        }
        return new InvoiceFile(InvoiceId.next(), credit, (credit ? "CN" : "INV") + "-2026-00001", credit ? "INV-2026-00007" : null, "HL-20418", Instant.parse("2026-11-22T12:00:00Z"),
                LocalDate.of(2026, 11, 22), credit ? null : LocalDate.of(2026, 11, 21), LocalDate.of(2026, 12, 22), "invoice", locale, lines, cad("3.00"), cad("9.50"), cad("43.50"),
                List.of(new InvoiceFile.Tax("HST", new BigDecimal("0.15"), cad("6.53"))), cad("50.03"), credit ? cad("50.03") : cad("0"), List.of("Café Ł’Été", "1 Main St", "Halifax NS  B3J 2J1"),
                "QO-7", List.of("Harbourline Coffee & Tea Inc.", "12 Water Street", "TAX 12345 RT0001"));
    }

    private static Money cad(String amount) {
        return Money.of(amount, "CAD");
    }
}
