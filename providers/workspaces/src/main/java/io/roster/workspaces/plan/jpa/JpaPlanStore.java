// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.plan.jpa;

import io.roster.workspaces.access.Entitlements;
import io.roster.workspaces.plan.Plan;
import io.roster.workspaces.plan.PlanStore;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.WorkspaceId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;

/**
 * Plans in {@code WS_PLAN}; which one counts is in {@code WS_REALM} and {@code WS_WORKSPACE}, single columns of rows that
 * others own. Everything is read by statements and not by entities: what this session has read before it waited for a
 * lock may be old by then.
 */
public final class JpaPlanStore implements PlanStore {

    private static final int NAMED_USERS = 10;

    private static final String PLAN =
            "select p.key as key, p.name as name, p.entitlements as entitlements, p.version as version"
                    + " from WorkspacePlanEntity p where p.realmId = :realm";

    private static final String ASSIGNED = "select w.plan as own, c.defaultPlan as usual,"
            + " coalesce(w.contact, c.contact) as contact,"
            + " p.key as key, p.name as name, p.entitlements as entitlements, p.version as version"
            + " from WorkspaceRealmEntity c"
            + " left join WorkspaceEntity w on w.orgId = :org"
            + " left join WorkspacePlanEntity p on p.realmId = c.realmId and p.key = coalesce(w.plan, c.defaultPlan)"
            + " where c.realmId = :realm";

    private final EntityManager em;

    public JpaPlanStore(EntityManager em) {
        this.em = em;
    }

    @Override
    public List<Plan> page(RealmId realm, int max, Optional<String> afterKey) {
        TypedQuery<Tuple> query = em.createQuery(
                        PLAN + (afterKey.isEmpty() ? "" : " and p.key > :after") + " order by p.key", Tuple.class)
                .setParameter("realm", realm.value())
                .setMaxResults(max);
        afterKey.ifPresent(key -> query.setParameter("after", key));
        return query.getResultStream().map(JpaPlanStore::plan).toList();
    }

    @Override
    public Optional<Plan> find(RealmId realm, String key) {
        return em.createQuery(PLAN + " and p.key = :key", Tuple.class)
                .setParameter("realm", realm.value())
                .setParameter("key", key)
                .getResultStream()
                .map(JpaPlanStore::plan)
                .findFirst();
    }

    @Override
    public void save(RealmId realm, Plan plan) {
        WorkspacePlanEntity known =
                em.find(WorkspacePlanEntity.class, new WorkspacePlanEntity.Key(realm.value(), plan.key()));
        if (known == null) {
            em.persist(new WorkspacePlanEntity(realm.value(), plan));
        } else {
            known.write(plan);
        }
        em.flush();
    }

    @Override
    public void delete(RealmId realm, String key) {
        em.createQuery("delete from WorkspacePlanEntity p where p.realmId = :realm and p.key = :key")
                .setParameter("realm", realm.value())
                .setParameter("key", key)
                .executeUpdate();
    }

    @Override
    public long advance(RealmId realm) {
        em.createQuery("update WorkspaceRealmEntity c set c.planEpoch = c.planEpoch + 1 where c.realmId = :realm")
                .setParameter("realm", realm.value())
                .executeUpdate();
        return em.createQuery("select c.planEpoch from WorkspaceRealmEntity c where c.realmId = :realm", Long.class)
                .setParameter("realm", realm.value())
                .getSingleResult();
    }

    @Override
    public Optional<String> usual(RealmId realm) {
        return em
                .createQuery("select c.defaultPlan from WorkspaceRealmEntity c where c.realmId = :realm", String.class)
                .setParameter("realm", realm.value())
                .getResultList()
                .stream()
                .flatMap(key -> Optional.ofNullable(key).stream())
                .findFirst();
    }

    @Override
    public void makeUsual(RealmId realm, Optional<String> key) {
        em.createQuery("update WorkspaceRealmEntity c set c.defaultPlan = :plan where c.realmId = :realm")
                .setParameter("plan", key.orElse(null))
                .setParameter("realm", realm.value())
                .executeUpdate();
    }

    @Override
    public Users users(RealmId realm, String key) {
        String where = " from WorkspaceEntity w where w.realmId = :realm and w.plan = :plan";
        long count = em.createQuery("select count(w)" + where, Long.class)
                .setParameter("realm", realm.value())
                .setParameter("plan", key)
                .getSingleResult();
        List<String> first = em.createQuery("select w.orgId" + where + " order by w.orgId", String.class)
                .setParameter("realm", realm.value())
                .setParameter("plan", key)
                .setMaxResults(NAMED_USERS)
                .getResultList();
        return new Users("workspaces", count, first);
    }

    @Override
    public Assigned assigned(RealmId realm, WorkspaceId workspace) {
        return em.createQuery(ASSIGNED, Tuple.class)
                .setParameter("realm", realm.value())
                .setParameter("org", workspace.value())
                .getResultStream()
                .map(row -> new Assigned(
                        Optional.ofNullable(row.get("own", String.class)),
                        Optional.ofNullable(row.get("usual", String.class)),
                        Optional.ofNullable(row.get("key", String.class)).map(key -> plan(row)),
                        Optional.ofNullable(row.get("contact", String.class)).orElse("")))
                .findFirst()
                .orElse(new Assigned(Optional.empty(), Optional.empty(), Optional.empty(), ""));
    }

    @Override
    public void assign(WorkspaceId workspace, Optional<String> key) {
        em.createQuery("update WorkspaceEntity w set w.plan = :plan where w.orgId = :org")
                .setParameter("plan", key.orElse(null))
                .setParameter("org", workspace.value())
                .executeUpdate();
    }

    @Override
    public void removeAll(RealmId realm) {
        em.createQuery("delete from WorkspacePlanEntity p where p.realmId = :realm")
                .setParameter("realm", realm.value())
                .executeUpdate();
    }

    private static Plan plan(Tuple row) {
        return new Plan(
                row.get("key", String.class),
                row.get("name", String.class),
                Entitlements.stored(row.get("entitlements", String.class)),
                row.get("version", Long.class));
    }
}
