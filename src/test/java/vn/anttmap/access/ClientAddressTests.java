package vn.anttmap.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTests {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7,203.0.113.7",
        "10.0.0.12,10.0.0.12",
        "2001:db8:1:2:3:4:5:6,20010db800010002",
        "2001:db8:1:2::99,20010db800010002",
        "2001:db8:1:3::99,20010db800010003",
        // IPv4 as an IPv6 socket sees it.
        "::ffff:203.0.113.7,203.0.113.7"
    })
    void countsByAddressAndByNetworkOfIpv6(String address, String counted) {
        assertThat(ClientAddress.counted(address)).isEqualTo(counted);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"127.0.0.1", "::1", "0:0:0:0:0:0:0:1", "proxy.office.vn", "", "::::", "999.1.1.1"})
    void countsNeitherThisMachineNorWhatIsNoAddress(String address) {
        assertThat(ClientAddress.counted(address)).isNull();
    }
}
