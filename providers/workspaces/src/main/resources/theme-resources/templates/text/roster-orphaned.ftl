<#ftl output_format="plainText">
${msg("rosterOrphanedBody", workspaceName, workspaceAlias, realmName)}

${msg("rosterOrphanedNext")}
