<#import "template.ftl" as layout>
<@layout.emailLayout>
<p>${msg("rosterOrphanedBody", workspaceName, workspaceAlias, realmName)}</p>
<p>${msg("rosterOrphanedNext")}</p>
</@layout.emailLayout>
