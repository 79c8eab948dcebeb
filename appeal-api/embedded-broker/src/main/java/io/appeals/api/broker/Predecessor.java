package io.appeals.api.broker;

import java.util.concurrent.CompletableFuture;
import org.apache.kafka.image.MetadataDelta;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.image.loader.LoaderManifest;
import org.apache.kafka.image.publisher.MetadataPublisher;
import org.apache.kafka.metadata.BrokerRegistration;

/** Who was registered under this broker's id before, and may still be taken for alive although it was killed. */
final class Predecessor implements MetadataPublisher {
    private final int nodeId;
    private final CompletableFuture<Void> gone = new CompletableFuture<>();

    Predecessor(int nodeId) {
        this.nodeId = nodeId;
    }

    /** Done as soon as the controller knows nobody of that id, or has given it up: then it leads no partition. */
    CompletableFuture<Void> gone() {
        return gone;
    }

    @Override
    public String name() {
        return "Predecessor";
    }

    /** The first image is of all that the metadata log holds: the loader shows nothing before it has caught up. */
    @Override
    public void onMetadataUpdate(MetadataDelta delta, MetadataImage image, LoaderManifest manifest) {
        BrokerRegistration registration = image.cluster().broker(nodeId);
        if (registration == null || registration.fenced()) {
            gone.complete(null);
        }
    }
}
