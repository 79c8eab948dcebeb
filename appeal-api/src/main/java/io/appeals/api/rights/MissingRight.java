package io.appeals.api.rights;

import java.util.List;

/** The cluster does not let the product do what it has to. The message names the right and how to grant it. */
public final class MissingRight extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private MissingRight(String message) {
        super(message);
    }

    /**
     * @param principal who lacks the rights, as Kafka names it
     * @param missing at least one; the first is named
     */
    static MissingRight of(String principal, List<Right> missing) {
        Right first = missing.getFirst();
        String others = missing.size() == 1 ? "" : " (of " + missing.size() + " rights that are missing)";
        return new MissingRight(
                "the cluster does not give " + principal + " the right " + first.operationName()
                        + " on "
                        + first.resourceName() + others
                        + ": let its administrator grant it, and start again: kafka-acls.sh"
                        + " --bootstrap-server BROKERS --command-config ADMIN.properties --add --allow-principal "
                        + principal
                        + " " + AclFile.lines(List.of(first)).getFirst()
                        + "; all that a node needs is in docs/operations/security/product.acls, and in product-platforms.acls for platforms");
    }
}
