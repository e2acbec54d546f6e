// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.fakes;

import io.roster.workspaces.plan.Plan;
import io.roster.workspaces.plan.PlanStore;
import io.roster.workspaces.setting.SettingStore;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.WorkspaceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Plans in memory. */
public final class InMemoryPlanStore implements PlanStore {

    private final Function<WorkspaceId, Optional<RealmId>> realms;
    private final SettingStore settings;
    private final Map<RealmId, TreeMap<String, Plan>> plans = new HashMap<>();
    private final Map<RealmId, String> usual = new HashMap<>();
    private final Map<RealmId, Long> counters = new HashMap<>();
    private final Map<WorkspaceId, String> own =
            new TreeMap<>((a, b) -> a.value().compareTo(b.value()));

    /** @param realms to which realm a workspace belongs, if it is known */
    public InMemoryPlanStore(Function<WorkspaceId, Optional<RealmId>> realms, SettingStore settings) {
        this.realms = realms;
        this.settings = settings;
    }

    public long counter(RealmId realm) {
        return counters.getOrDefault(realm, 0L);
    }

    @Override
    public List<Plan> page(RealmId realm, int max, Optional<String> afterKey) {
        return of(realm).tailMap(afterKey.orElse(""), afterKey.isEmpty()).values().stream()
                .limit(max)
                .toList();
    }

    @Override
    public Optional<Plan> find(RealmId realm, String key) {
        return Optional.ofNullable(of(realm).get(key));
    }

    @Override
    public void save(RealmId realm, Plan plan) {
        of(realm).put(plan.key(), plan);
    }

    @Override
    public void delete(RealmId realm, String key) {
        of(realm).remove(key);
    }

    @Override
    public long advance(RealmId realm) {
        return counters.merge(realm, 1L, Long::sum);
    }

    @Override
    public Optional<String> usual(RealmId realm) {
        return Optional.ofNullable(usual.get(realm));
    }

    @Override
    public void makeUsual(RealmId realm, Optional<String> key) {
        key.ifPresentOrElse(wanted -> usual.put(realm, wanted), () -> usual.remove(realm));
    }

    @Override
    public Users users(RealmId realm, String key) {
        List<String> users = own.entrySet().stream()
                .filter(entry -> entry.getValue().equals(key))
                .map(Map.Entry::getKey)
                .filter(workspace ->
                        realms.apply(workspace).filter(realm::equals).isPresent())
                .map(WorkspaceId::value)
                .toList();
        return new Users("workspaces", users.size(), users.stream().limit(10).toList());
    }

    @Override
    public Assigned assigned(RealmId realm, WorkspaceId workspace) {
        Optional<String> given = Optional.ofNullable(own.get(workspace));
        return new Assigned(
                given,
                usual(realm),
                given.or(() -> usual(realm)).flatMap(key -> find(realm, key)),
                settings.find(workspace)
                        .contact()
                        .or(() -> settings.find(realm).contact())
                        .orElse(""));
    }

    @Override
    public void assign(WorkspaceId workspace, Optional<String> key) {
        key.ifPresentOrElse(wanted -> own.put(workspace, wanted), () -> own.remove(workspace));
    }

    @Override
    public void removeAll(RealmId realm) {
        plans.remove(realm);
    }

    private TreeMap<String, Plan> of(RealmId realm) {
        return plans.computeIfAbsent(realm, unused -> new TreeMap<>());
    }
}
