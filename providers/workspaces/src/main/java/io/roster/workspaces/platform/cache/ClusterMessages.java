// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.platform.cache;

import org.infinispan.protostream.GeneratedSchema;
import org.infinispan.protostream.annotations.ProtoSchema;

/** Our messages between nodes; the compiler makes what writes and reads them. */
@ProtoSchema(
        includeClasses = TopicsChanged.class,
        schemaPackageName = "roster",
        schemaFileName = "roster.proto",
        schemaFilePath = "proto")
public interface ClusterMessages extends GeneratedSchema {}
