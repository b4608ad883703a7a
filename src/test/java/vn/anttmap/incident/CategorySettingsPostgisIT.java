package vn.anttmap.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.anttmap.node.Installation;
import vn.anttmap.node.RecentReads;
import vn.anttmap.testing.OnPostgis;

@OnPostgis
class CategorySettingsPostgisIT extends CategorySettingsContract {

    @Autowired
    Installation installation;

    /** What this one has read a moment before is over when the change is acknowledged, without a message. */
    @Test
    void anotherNodeKnowsOfTheChangeAtOnce() {
        IncidentCategories otherNode = new IncidentCategories(jdbcClient, new RecentReads(installation));
        assertThat(otherNode.find("DUOINUOC").orElseThrow().restricted()).isFalse();

        change("DUOINUOC", draft("Cứu nạn", SeverityScale.NONE, true, true));

        assertThat(otherNode.find("DUOINUOC").orElseThrow().restricted()).isTrue();
    }
}
