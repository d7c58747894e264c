package app.regulars.media;

import app.regulars.platform.Refused;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import org.springframework.stereotype.Component;

/**
 * Makes pictures anew in the sizes that pages use: nothing of what was sent is served, so neither what a camera noted nor what somebody hid
 * in the file. How large a picture is stands in its head and is asked before a single pixel is read.
 */
@Component
class Pictures {

    static final int SMALL = 320;
    static final int MIDDLE = 640;
    static final int LARGE = 1280;
    static final long MOST_PIXELS = 40_000_000;
    private static final int LONGEST_SIDE = 30_000;
    private static final double QUALITY = 0.85;

    /** One at a time: a large picture fills a good part of the memory while it is read. */
    private final Semaphore turn = new Semaphore(1);

    /** @param files by longest side */
    record Made(String contentType, int width, int height, Map<Integer, byte[]> files) {
    }

    /** @param format "png", "jpeg" or "gif", as the content says */
    Made make(byte[] content, String format) {
        turn.acquireUninterruptibly();
        try {
            var picture = read(content, format);
            var clear = picture.getColorModel().hasAlpha();
            var files = new LinkedHashMap<Integer, byte[]>();
            BufferedImage largest = null;
            for (var side : new int[] {LARGE, MIDDLE, SMALL}) {
                var scaled = scaled(largest == null ? picture : largest, side, clear);
                largest = largest == null ? scaled : largest;
                var out = new ByteArrayOutputStream();
                Thumbnails.of(scaled).scale(1).outputFormat(clear ? "png" : "jpg").outputQuality(QUALITY).toOutputStream(out);
                files.put(side, out.toByteArray());
            }
            return new Made(clear ? "image/png" : "image/jpeg", largest.getWidth(), largest.getHeight(), files);
        } catch (IOException | RuntimeException unreadable) {
            if (unreadable instanceof Refused refused) {
                throw refused;
            }
            throw new Refused("media.refused.broken");
        } finally {
            turn.release();
        }
    }

    private static BufferedImage read(byte[] content, String format) throws IOException {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            var readers = ImageIO.getImageReadersByFormatName(format);
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, false, false);
                long width = reader.getWidth(0);
                long height = reader.getHeight(0);
                if (width * height > MOST_PIXELS || width > LONGEST_SIDE || height > LONGEST_SIDE) {
                    throw new Refused("media.refused.pixels", Map.of("width", width, "height", height, "most", MOST_PIXELS / 1_000_000));
                }
                var orientation = "jpeg".equals(format) ? ExifUtils.getExifOrientation(reader, 0) : null;
                var how = reader.getDefaultReadParam();
                var every = (int) Math.max(1, Math.max(width, height) / (2 * LARGE));
                how.setSourceSubsampling(every, every, 0, 0);
                var picture = reader.read(0, how);
                return orientation == null ? picture : ExifFilterUtils.getFilterForOrientation(orientation).apply(picture);
            } finally {
                reader.dispose();
            }
        }
    }

    /** Never larger than it is. */
    private static BufferedImage scaled(BufferedImage picture, int side, boolean clear) throws IOException {
        var factor = Math.min(1.0, (double) side / Math.max(picture.getWidth(), picture.getHeight()));
        var width = Math.max(1, (int) Math.round(picture.getWidth() * factor));
        var height = Math.max(1, (int) Math.round(picture.getHeight() * factor));
        var small = Thumbnails.of(picture).forceSize(width, height).imageType(clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB).asBufferedImage();
        if (clear) {
            return small;
        }
        var opaque = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = opaque.createGraphics();
        pen.drawImage(small, 0, 0, Color.WHITE, null);
        pen.dispose();
        return opaque;
    }
}
