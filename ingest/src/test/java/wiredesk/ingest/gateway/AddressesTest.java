package wiredesk.ingest.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressesTest {

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, of this network",
        "0.255.255.255, of this network",
        "10.0.0.0, private",
        "10.255.255.255, private",
        "100.64.0.0, private to a provider",
        "100.127.255.255, private to a provider",
        "127.0.0.1, this machine's own",
        "127.255.255.254, this machine's own",
        "169.254.0.1, link-local",
        "169.254.169.254, link-local",
        "172.16.0.0, private",
        "172.31.255.255, private",
        "192.0.0.8, for protocols",
        "192.0.0.170, for protocols",
        "192.0.2.1, for documentation",
        "192.88.99.1, of 6to4 relays",
        "192.168.0.1, private",
        "192.168.255.255, private",
        "198.18.0.1, for benchmarks",
        "198.19.255.255, for benchmarks",
        "198.51.100.7, for documentation",
        "203.0.113.7, for documentation",
        "224.0.0.1, multicast",
        "239.255.255.250, multicast",
        "240.0.0.1, reserved",
        "255.255.255.255, reserved",
        "::, not given out to anyone in public",
        "::1, not given out to anyone in public",
        "::7f00:1, not given out to anyone in public",
        "100::1, not given out to anyone in public",
        "fc00::1, not given out to anyone in public",
        "fd12:3456:789a::1, not given out to anyone in public",
        "fe80::1, not given out to anyone in public",
        "febf::1, not given out to anyone in public",
        "fec0::1, not given out to anyone in public",
        "ff02::1, not given out to anyone in public",
        "ff0e::101, not given out to anyone in public",
        "4000::1, not given out to anyone in public",
        "5f00::1, not given out to anyone in public",
        "64:ff9b:1::a00:1, not given out to anyone in public",
        "2001::1, for protocols",
        "2001:0:5ef5:79fd::1, for protocols",
        "2001:1ff::1, for protocols",
        "2001:db8::1, for documentation",
        "3fff::1, for documentation",
        "3fff:fff::1, for documentation",
        "::ffff:10.0.0.1, private",
        "::ffff:127.0.0.1, this machine's own",
        "::ffff:169.254.169.254, link-local",
        "64:ff9b::a00:1, private",
        "64:ff9b::7f00:1, this machine's own",
        "64:ff9b::a9fe:a9fe, link-local",
        "2002:7f00:1::1, this machine's own",
        "2002:c0a8:101::1, private",
        "2002:a9fe:a9fe::, link-local",
        "2606:4700::5efe:a00:1, private",
        "2606:4700::200:5efe:7f00:1, this machine's own"
    })
    void whatIsNotForThePublicIsCalledWhatItIs(String address, String what) throws Exception {
        assertThat(Addresses.notPublic(InetAddress.getByName(address))).isEqualTo(what);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.255",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2001:200::1",
                "2001:4860:4860::8888",
                "2606:4700:4700::1111",
                "2a00:1450::1",
                "3ffe::1",
                "2002:101:101::1",
                "64:ff9b::101:101",
                "::ffff:1.1.1.1",
                "2606:4700::5efe:101:101"
            })
    void whatIsNextToItIsPublic(String address) throws Exception {
        assertThat(Addresses.notPublic(InetAddress.getByName(address))).isNull();
    }

    @Test
    void anIPv4AddressOfSixteenBytesIsTheSame() throws Exception {
        byte[] mapped = new byte[16];
        Arrays.fill(mapped, 10, 12, (byte) 0xff);
        mapped[12] = 10;
        assertThat(Addresses.notPublic(InetAddress.getByAddress("inside.example", mapped)))
                .isEqualTo("private");
    }
}
