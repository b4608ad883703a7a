package vn.anttmap.movement;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;

/** Entries of all registers that have a place on the map. */
@Service
class MovementPlaces {

    private final MovementLists lists;
    private final MovementViews views;

    MovementPlaces(MovementLists lists, MovementViews views) {
        this.lists = lists;
        this.views = views;
    }

    /** Those that touch the period, newest first within each register. */
    @Transactional(readOnly = true)
    List<MovementEntryView> of(AccountView account, MovementLists.Question question, Locale locale) {
        return Arrays.stream(Register.values())
                .flatMap(register -> views
                        .of(
                                lists.all(account, register, question).stream()
                                        .filter(entry -> entry.content().position() != null)
                                        .toList(),
                                locale)
                        .stream())
                .toList();
    }
}
