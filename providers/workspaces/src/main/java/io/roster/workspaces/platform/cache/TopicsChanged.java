// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.platform.cache;

import java.util.List;
import org.infinispan.protostream.annotations.ProtoFactory;
import org.infinispan.protostream.annotations.ProtoField;
import org.infinispan.protostream.annotations.ProtoTypeId;
import org.keycloak.cluster.ClusterEvent;

/**
 * Tells the other nodes which topics have changed. Infinispan sends it as ProtoStream: a plain class would do on one
 * node alone, and fail in a cluster (Keycloak 26.7). Nodes of two versions may run side by side for a while, so its type
 * id and the number of its field never change.
 */
@ProtoTypeId(TopicsChanged.TYPE)
public record TopicsChanged(@ProtoField(1) List<String> topics) implements ClusterEvent {

    /** Keycloak has those above 65,536, Infinispan those below. */
    static final int TYPE = 1_000_026;

    /** Under which name the nodes listen. */
    static final String TASK = "roster-changes";

    @ProtoFactory
    public TopicsChanged {
        topics = List.copyOf(topics);
    }
}
