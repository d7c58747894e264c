package app.regulars.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the resource files; a field that nobody knows stops the reading. */
final class DemoFiles {

    private final JsonMapper json = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private DemoFiles() {
    }

    static DemoData read() {
        var files = new DemoFiles();
        return new DemoData(files.read("shop", new TypeReference<>() { }), files.read("staff", new TypeReference<>() { }),
                files.read("people", new TypeReference<>() { }), files.read("categories", new TypeReference<>() { }),
                files.read("products", new TypeReference<>() { }), files.read("faq", new TypeReference<>() { }),
                files.read("forum", new TypeReference<>() { }), files.read("inquiries", new TypeReference<>() { }),
                files.read("orders", new TypeReference<>() { }));
    }

    static DemoGoods goods() {
        return new DemoFiles().read("goods", new TypeReference<>() { });
    }

    /** What visitors looked for in vain, and what help answered before they asked. */
    record Asked(List<Words> searches, List<Solved> solved) {

        record Words(String text, String language, List<Double> daysAgo) {
        }

        record Solved(String text, String article, String language, List<Double> daysAgo) {
        }
    }

    static Asked asked() {
        return new DemoFiles().read("asked", new TypeReference<>() { });
    }

    static DemoAfter after() {
        return new DemoFiles().read("after", new TypeReference<>() { });
    }

    static java.util.List<DemoReview> reviews() {
        return new DemoFiles().read("reviews", new TypeReference<>() { });
    }

    private <T> T read(String name, TypeReference<T> type) {
        try (var stream = new ClassPathResource("demo/" + name + ".json").getInputStream()) {
            return json.readValue(stream, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
