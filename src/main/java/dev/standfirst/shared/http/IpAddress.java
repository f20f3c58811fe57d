package dev.standfirst.shared.http;

import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.util.Optional;

/** An address of the Internet Protocol. One of version 4 that is written as one of version 6 is of version 4. */
public final class IpAddress {
    /** What one household or device has of IPv6 at the least: whoever has one address of it has all. */
    private static final int NETWORK_OF_IPV6 = 64;

    private static final int MASKED_IPV4 = 24;
    private static final int MASKED_IPV6 = 48;

    private static final IPAddressStringParameters ONE = strict(false);
    private static final IPAddressStringParameters RANGE = strict(true);

    private final IPAddress address;

    private IpAddress(IPAddress address) {
        this.address = address;
    }

    /** Reads an address as it is commonly written: four decimal numbers, or RFC 4291; without brackets, zone or port; spaces around it do not count. */
    public static Optional<IpAddress> parse(String text) {
        return read(text, ONE).map(IpAddress::unmapped).map(IpAddress::new);
    }

    /** Writes an address or a CIDR range, as {@link IpRange} takes it, in its canonical form. */
    public static String canonicalRange(String text) {
        return Range.parse(text)
                .map(range -> range.block().toCanonicalString())
                .orElseThrow(() -> new IllegalArgumentException("Neither an address nor a range"));
    }

    /** What is counted as one caller: the address itself, or of IPv6 its network of {@value #NETWORK_OF_IPV6} bits. */
    public String network() {
        return address.isIPv4() ? toString() : prefixed(NETWORK_OF_IPV6);
    }

    /** What people are shown who need not know whose it is: {@code 192.0.2.0/24}, {@code 2001:db8:1::/48}. */
    public String masked() {
        return prefixed(address.isIPv4() ? MASKED_IPV4 : MASKED_IPV6);
    }

    private String prefixed(int bits) {
        return address.toPrefixBlock(bits).toCanonicalString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IpAddress that && address.equals(that.address);
    }

    @Override
    public int hashCode() {
        return address.hashCode();
    }

    /** Its canonical text (RFC 5952), which {@link #parse} reads. */
    @Override
    public String toString() {
        return address.toCanonicalString();
    }

    /** A network, or one address alone. */
    record Range(IPAddress block) {

        /** Reads an address, or a CIDR range as {@code 10.0.0.0/8}. */
        static Optional<Range> parse(String text) {
            return read(text, RANGE)
                    .filter(address -> address.isIPv4() || !address.toIPv6().isIPv4Mapped())
                    .map(address -> new Range(address.toPrefixBlock()));
        }

        boolean contains(IpAddress one) {
            return block.contains(one.address);
        }
    }

    private static Optional<IPAddress> read(String text, IPAddressStringParameters parameters) {
        return Optional.ofNullable(new IPAddressString(text, parameters).getAddress());
    }

    private static IPAddress unmapped(IPAddress address) {
        return address.isIPv6() && address.toIPv6().isIPv4Mapped()
                ? address.toIPv6().getEmbeddedIPv4Address()
                : address;
    }

    /** The library reads much more: ranges, wild cards, numbers in other bases, nothing at all for this machine. */
    private static IPAddressStringParameters strict(boolean prefix) {
        return new IPAddressStringParameters.Builder()
                .allowEmpty(false)
                .allowAll(false)
                .allowSingleSegment(false)
                .allowMask(false)
                .allowPrefixOnly(false)
                .allowPrefix(prefix)
                .allowWildcardedSeparator(false)
                .allow_inet_aton(false)
                .setRangeOptions(RangeParameters.NO_RANGE)
                .getIPv4AddressParametersBuilder()
                .allowLeadingZeros(false)
                .allowBinary(false)
                .getParentBuilder()
                .getIPv6AddressParametersBuilder()
                .allowZone(false)
                .allowBase85(false)
                .allowBinary(false)
                .getParentBuilder()
                .toParams();
    }
}
