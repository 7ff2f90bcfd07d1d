package dev.gangway.files.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingOrderTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a a1 a2 a10 b",
        "A b C",
        "1 2 10 a",
        "v1.2.9 v1.2.10 v1.10.0",
        "a01 a1 a1b a2",
        "99999999999999999998 99999999999999999999 100000000000000000000"
    })
    void ordersNamesAsPeopleDo(String names) {
        List<ListedFile> files = new ArrayList<>();
        for (String name : names.split(" ")) {
            files.add(new ListedFile(name, false, 0, Instant.EPOCH));
        }
        Collections.reverse(files);
        ListingOrder.BY_NAME.sort(files);
        assertEquals(
                List.of(names.split(" ")), files.stream().map(ListedFile::name).toList());
    }

    @Test
    void keepsDirectoriesFirst() {
        List<ListedFile> files = new ArrayList<>(
                List.of(new ListedFile("b", false, 9, Instant.EPOCH), new ListedFile("a", true, -1, null)));
        ListingOrder.of("sort=size&order=desc").sort(files);
        assertEquals("a", files.get(0).name());
    }
}
