package app.regulars.mailroom;

import static app.regulars.platform.persistence.Columns.bytes;

import app.regulars.inquiry.NewFile;
import app.regulars.media.CleanPapers;
import app.regulars.media.CleanPictures;
import app.regulars.platform.NotFound;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Files of messages. They stand in the message and nowhere else, and are taken out of it when somebody asks for one: pictures made anew, PDFs
 * looked at once more, the rest as bytes that no browser opens by itself.
 */
@Component
public class MailFiles {

    private final JdbcTemplate jdbc;
    private final IncomingMails mails;
    private final CleanPapers papers;

    MailFiles(JdbcTemplate jdbc, IncomingMails mails, CleanPapers papers) {
        this.jdbc = jdbc;
        this.mails = mails;
        this.papers = papers;
    }

    /** A file to be handed out and then deleted. */
    public record Handed(String name, String contentType, Path file) {

        @Override
        public String toString() {
            return "a file of a mail";
        }
    }

    private record Stored(String path, String name, String contentType, FileState state) {
    }

    List<IncomingFile.Attached> of(UUID mail) {
        return jdbc.query("select position, name, content_type, size, state from mail_file where mail_id = ? order by position", (row, n) -> {
            var state = FileState.valueOf(row.getString("state"));
            return new IncomingFile.Attached(row.getString("name"), row.getString("content_type"), row.getLong("size"), state,
                    state == FileState.HELD ? null : address(mail, row.getInt("position")));
        }, bytes(mail));
    }

    private static String address(UUID mail, int position) {
        return "/console/mail/" + mail + "/file/" + position;
    }

    /** HTML of a message with its own pictures; what names none that is there shows nothing. */
    String withPictures(UUID mail, String html) {
        if (html == null || !html.contains("cid:")) {
            return html == null ? "" : html;
        }
        var document = org.jsoup.Jsoup.parseBodyFragment(html);
        var pictures = new java.util.HashMap<String, String>();
        jdbc.query("select position, content_id from mail_file where mail_id = ? and state = 'CHECKED' and content_id <> ''", row -> {
            pictures.put(row.getString("content_id"), address(mail, row.getInt("position")));
        }, bytes(mail));
        document.select("img").forEach(picture -> {
            var address = pictures.get(java.net.URLDecoder.decode(picture.attr("src").substring(Math.min(4, picture.attr("src").length())).replace("+", "%2B").replaceAll("%(?![0-9A-Fa-f]{2})", "%25"),
                    java.nio.charset.StandardCharsets.UTF_8));
            if (address == null) {
                picture.remove();
            } else {
                picture.attr("src", address);
            }
        });
        return document.body().html();
    }

    /** What stands with the words in the conversation: the first files that were found to be what they say, made anew. The others stay in the message. */
    List<NewFile> along(UUID mail) {
        var stored = jdbc.query("select path, name from mail_file where mail_id = ? and state = 'CHECKED' order by position limit ?", (row, n) -> List.of(row.getString(1), row.getString(2)),
                bytes(mail), NewFile.MOST);
        if (stored.isEmpty()) {
            return List.of();
        }
        var along = new ArrayList<NewFile>();
        try {
            var raw = mails.file(mail);
            try (var parts = MailParts.open(raw)) {
                for (var each : stored) {
                    try (var in = MailParts.content(parts.at(each.getFirst()))) {
                        along.add(NewFile.of(each.getLast(), papers.clean(in.readNBytes(CleanPictures.LARGEST + 1))));
                    }
                }
            } finally {
                Files.deleteIfExists(raw);
            }
        } catch (IOException | MessagingException | Unreadable | RuntimeException gone) {
            // the words come without them; the message keeps them
        }
        return along;
    }

    /** @throws NotFound for what is not there or held */
    Handed hand(UUID mail, int position) throws IOException {
        var stored = jdbc.query("select path, name, content_type, state from mail_file where mail_id = ? and position = ?",
                (row, n) -> new Stored(row.getString(1), row.getString(2), row.getString(3), FileState.valueOf(row.getString(4))), bytes(mail), position).stream().findFirst()
                .filter(each -> each.state() != FileState.HELD).orElseThrow(NotFound::new);
        var raw = mails.file(mail);
        var out = Files.createTempFile("mail", ".part");
        try (var parts = MailParts.open(raw); var in = MailParts.content(parts.at(stored.path()))) {
            if (stored.state() == FileState.CHECKED) {
                var clean = papers.clean(in.readNBytes(CleanPictures.LARGEST + 1));
                Files.write(out, clean.body());
                return new Handed(stored.name(), clean.contentType(), out);
            }
            try (var to = Files.newOutputStream(out)) {
                in.transferTo(to);
            }
            return new Handed(stored.name(), "application/octet-stream", out);
        } catch (MessagingException | Unreadable | RuntimeException gone) {
            Files.deleteIfExists(out);
            throw new NotFound();
        } finally {
            Files.deleteIfExists(raw);
        }
    }
}
