package app.regulars.calling;

import app.regulars.platform.i18n.Texts;
import app.regulars.selling.ApiDoor;
import app.regulars.selling.ApiProblem;
import app.regulars.selling.KeyScope;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Where a telephone system tells of calls; what it takes and answers stands in /api/v1/openapi.yaml. It learns nothing of who the caller is. */
@RestController
class CallController {

    private static final Duration LATE = Duration.ofDays(31);
    private static final Duration EARLY = Duration.ofMinutes(10);
    private static final int LONGEST_ID = 120;
    private static final int LONGEST_NUMBER = 120;
    private static final int LONGEST_LINK = 1_000;
    private static final int LONGEST_TALK = 86_400;

    private final ApiDoor door;
    private final CallIntake intake;
    private final Texts texts;
    private final Clock clock;

    CallController(ApiDoor door, CallIntake intake, Texts texts, Clock clock) {
        this.door = door;
        this.intake = intake;
        this.texts = texts;
        this.clock = clock;
    }

    @PostMapping("/api/v1/calls")
    ResponseEntity<?> tell(HttpServletRequest request) {
        return door.answered(request, () -> {
            var key = door.key(request, KeyScope.CALLS);
            var taken = intake.take(key.id(), event(ApiDoor.read(ApiDoor.body(request))));
            var call = taken.call();
            var answer = new LinkedHashMap<String, Object>();
            answer.put("call", call.number());
            answer.put("state", call.state(clock.instant()).code());
            answer.put("caller", call.caller() == null ? "withheld" : taken.matches() == 0 ? "unknown" : taken.matches() == 1 ? "known" : "several");
            answer.put("rings", call.staff() == null ? "nobody" : "staff");
            answer.put("recording", taken.recording().name().toLowerCase(Locale.ROOT));
            if (taken.recording() == CallIntake.Recording.DROPPED) {
                answer.put("message", texts.get(ApiDoor.reader(request), "calling.api.dropped"));
            }
            return ApiDoor.ok(taken.fresh() ? HttpStatus.CREATED : HttpStatus.OK, answer);
        });
    }

    private CallEvent event(JsonNode sent) {
        var id = text(sent, "id", LONGEST_ID);
        if (id == null || !id.matches("[\\x21-\\x7e]+")) {
            throw ApiProblem.wrong("id", "calling.api.id", Map.of("most", LONGEST_ID));
        }
        var recording = sent.path("recording");
        if (!recording.isMissingNode() && !recording.isNull() && !recording.isObject()) {
            throw ApiProblem.wrong("recording", "calling.api.recording", Map.of());
        }
        var link = recording.isObject() ? link(recording) : null;
        // anything but true is no consent
        var consent = recording.path("consent").isBoolean() ? Boolean.valueOf(recording.path("consent").booleanValue()) : null;
        return new CallEvent(id, kind(text(sent, "event", 20)), at(text(sent, "at", 40)), text(sent, "from", LONGEST_NUMBER), text(sent, "to", LONGEST_NUMBER), seconds(sent.path("duration")), link, consent);
    }

    private static CallEvent.Kind kind(String told) {
        return switch (told == null ? "" : told) {
            case "ringing" -> CallEvent.Kind.RINGING;
            case "answered" -> CallEvent.Kind.ANSWERED;
            case "ended" -> CallEvent.Kind.ENDED;
            case "recording" -> CallEvent.Kind.RECORDING;
            default -> throw ApiProblem.wrong("event", "calling.api.event", Map.of());
        };
    }

    private Instant at(String told) {
        var now = clock.instant();
        if (told == null) {
            return now;
        }
        try {
            var at = OffsetDateTime.parse(told).toInstant();
            if (at.isAfter(now.minus(LATE)) && at.isBefore(now.plus(EARLY))) {
                return at;
            }
        } catch (DateTimeException notAMoment) {
            // said below
        }
        throw ApiProblem.wrong("at", "calling.api.at", Map.of("days", LATE.toDays()));
    }

    private static Integer seconds(JsonNode told) {
        if (told.isMissingNode() || told.isNull()) {
            return null;
        }
        if (!told.isIntegralNumber() || !told.canConvertToLong() || told.longValue() < 0 || told.longValue() > LONGEST_TALK) {
            throw ApiProblem.wrong("duration", "calling.api.duration", Map.of("most", LONGEST_TALK));
        }
        return told.intValue();
    }

    private static String link(JsonNode recording) {
        var told = text(recording, "url", "recording.url", LONGEST_LINK);
        if (told == null) {
            return null;
        }
        try {
            var link = URI.create(told);
            if ("https".equalsIgnoreCase(link.getScheme()) && link.getHost() != null && link.getUserInfo() == null && link.toASCIIString().length() <= LONGEST_LINK) {
                return link.toASCIIString();
            }
        } catch (IllegalArgumentException malformed) {
            // said below
        }
        throw ApiProblem.wrong("recording.url", "calling.api.link", Map.of("most", LONGEST_LINK));
    }

    private static String text(JsonNode sent, String field, int longest) {
        return text(sent, field, field, longest);
    }

    /** Null where nothing stands. @param called how a refusal names it */
    private static String text(JsonNode sent, String field, String called, int longest) {
        var told = sent.path(field);
        if (told.isMissingNode() || told.isNull()) {
            return null;
        }
        var text = told.isTextual() || told.isIntegralNumber() ? told.asString().strip() : null;
        if (text == null || text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
            throw ApiProblem.wrong(called, "calling.api.text", Map.of("most", longest));
        }
        return text.isEmpty() ? null : text;
    }
}
