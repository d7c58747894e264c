package app.regulars.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regulars.platform.Refused;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.security.SystemWork;
import app.regulars.testing.RegularsTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@RegularsTest
class MediaModuleTests {

    @Autowired
    private MediaDesk desk;
    @Autowired
    private Media media;
    @Autowired
    private MediaFiles files;
    @Autowired
    private SystemWork work;
    @Autowired
    private JdbcTemplate jdbc;

    private final StaffId nora = new StaffId(Ids.next());

    @Test
    void makesAPictureAnewInThreeSizesWithoutWhatWasHiddenInIt() throws Exception {
        var hidden = "<script>where the camera stood</script>";
        var jpeg = new ByteArrayOutputStream();
        jpeg.write(picture(2000, 1000, "jpg"));
        jpeg.write(hidden.getBytes(StandardCharsets.UTF_8));
        var medium = add("holiday.jpg", jpeg.toByteArray());
        assertThat(medium.width()).isEqualTo(1280);
        for (var side : new int[] {320, 640, 1280}) {
            var response = get(medium.address(side));
            assertThat(response.getHeader("Cache-Control")).contains("immutable");
            assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(ImageIO.read(new ByteArrayInputStream(response.getContentAsByteArray())).getWidth()).isEqualTo(side);
            assertThat(response.getContentAsString(StandardCharsets.ISO_8859_1)).doesNotContain("script", "Exif");
        }
        assertThat(add("again.jpg", jpeg.toByteArray()).hash()).isEqualTo(medium.hash());
        assertThat(get("/media/" + "0".repeat(32) + "/320.jpg").getStatus()).isEqualTo(404);
        assertThat(get("/media/../application.properties").getStatus()).isEqualTo(404);
    }

    @Test
    void keepsWhatIsClear() throws Exception {
        assertThat(add("clear.png", picture(40, 30, "png")).address()).endsWith("1280.png");
    }

    @Test
    void findsDocumentsByTheirAddressInTheirOrderAndLeavesOutWhatIsGone() throws Exception {
        var first = add("care.pdf", "%PDF-1.4\n1 first\n%%EOF".getBytes(StandardCharsets.US_ASCII));
        var second = add("size.pdf", "%PDF-1.4\n2 second\n%%EOF".getBytes(StandardCharsets.US_ASCII));
        assertThat(media.documents(List.of(second.address(), "/art/mug.svg", "/media/" + "0".repeat(32) + "/document.pdf", "/media/' or 1=1/document.pdf", first.address())))
                .containsExactly(second, first);
        assertThat(get(first.address()).getHeader("Content-Disposition")).isEqualTo("attachment");
    }

    @Test
    void refusesWhatIsNoPictureAndStoresNothing() throws Exception {
        var before = jdbc.queryForObject("select count(*) from media_file", Long.class);
        refused("media.refused.kind", "harmless.png", "#!/bin/sh\nrm -rf /".getBytes(StandardCharsets.UTF_8));
        refused("media.refused.svg", "drawing.png", "<?xml version=\"1.0\"?><svg onload=\"alert(1)\"/>".getBytes(StandardCharsets.UTF_8));
        refused("media.refused.pixels", "bomb.png", bomb());
        refused("media.refused.size", "film.png", new byte[MediaDesk.LARGEST + 1]);
        refused("media.refused.broken", "half.png", Arrays.copyOf(picture(300, 300, "png"), 60));
        refused("media.refused.active", "form.pdf", "%PDF-1.4\n<</S /JavaScript /JS (app.alert(1))>>\n%%EOF".getBytes(StandardCharsets.UTF_8));
        assertThat(jdbc.queryForObject("select count(*) from media_file", Long.class)).isEqualTo(before);
    }

    private void refused(String key, String name, byte[] content) {
        assertThatThrownBy(() -> add(name, content)).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.key()).isEqualTo(key));
    }

    private Medium add(String name, byte[] content) {
        var added = new Medium[1];
        work.run(() -> added[0] = desk.add(nora, name, content), Permissions.CATALOG_SEE, Permissions.CATALOG_CHANGE);
        return added[0];
    }

    private MockHttpServletResponse get(String address) throws Exception {
        var response = new MockHttpServletResponse();
        files.doFilter(new MockHttpServletRequest("GET", address), response, new MockFilterChain());
        return response;
    }

    private static byte[] picture(int width, int height, String format) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, "png".equals(format) ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    /** A head that says 10,000 by 10,000 and hardly a body: whoever decodes first has lost. */
    private static byte[] bomb() throws IOException {
        var small = picture(10, 10, "png");
        var crc = new java.util.zip.CRC32();
        var head = ByteBuffer.wrap(small);
        head.putInt(16, 10_000).putInt(20, 10_000);
        crc.update(small, 12, 17);
        head.putInt(29, (int) crc.getValue());
        return small;
    }
}
