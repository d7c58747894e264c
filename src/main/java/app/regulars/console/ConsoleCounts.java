package app.regulars.console;

import java.util.Map;

import org.springframework.stereotype.Component;

/** What waits behind the entries of the menu. */
@Component
class ConsoleCounts {

    Map<String, Long> byPath() {
        return Map.of();
    }
}
