// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.sequences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.roster.workspaces.fakes.Saved;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.ProblemCode;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Whether a call was rightly accepted, or rightly refused, by the rules as they are written and not as they are built. */
final class Verdict {

    private final Operation operation;
    private final Operation.Call call;
    private final Caller caller;
    private final Written before;

    Verdict(Operation operation, Operation.Call call, Caller caller, Written before) {
        this.operation = operation;
        this.call = call;
        this.caller = caller;
        this.before = before;
    }

    void accepted(Written after) {
        assertFalse(caller instanceof Caller.ServiceAccount, "a service account has no permissions of a person");
        if (caller instanceof Caller.Administrator administrator) {
            administered(administrator, after);
        } else {
            assertTrue(mayAtAll(), "may not do such things at all");
            assertEquals(List.of(), breaches(after));
        }
        assertFalse(takesTheLastAdmin(after) && !forces(), "nobody is left who can run the workspace");
    }

    private void administered(Caller.Administrator administrator, Written after) {
        if (operation.isOfTheRealm()) {
            assertTrue(administrator.rights().managesRealm(), "may not manage the realm");
            return;
        }
        assertTrue(administrator.rights().managesOrganization("any"), "may not manage the organization");
        if (!operation.isOfRoles() && touchesPeople(after)) {
            assertTrue(administrator.rights().managesUser("any"), "may not manage users");
        }
    }

    /** A team that goes, and what goes with it, isn't a person. */
    private boolean touchesPeople(Written after) {
        boolean grants = !Objects.equals(toPeople(before), toPeople(after));
        boolean teams = before.teams().entrySet().stream()
                .anyMatch(team -> after.teams().containsKey(team.getKey())
                        && !after.teams()
                                .get(team.getKey())
                                .members()
                                .equals(team.getValue().members()));
        return !before.mates().equals(after.mates())
                || !before.exemptions().equals(after.exemptions())
                || grants
                || teams;
    }

    private static List<Written.Access> toPeople(Written written) {
        return written.accesses().values().stream()
                .filter(access -> access.user() != null)
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList();
    }

    /**
     * @param saved what there was before the call
     * @return whether it has to be asked what would be, if it had been accepted
     */
    boolean refused(ProblemCode code, Saved saved) {
        // only afterwards it shows whether somebody is left: then the whole transaction is undone
        if (code != ProblemCode.LAST_ADMIN && saved.isChanged()) {
            fail("written before the refusal with " + code + ": " + saved.changed());
        }
        if (caller instanceof Caller.Person person) {
            refused(person, code);
        }
        return code == ProblemCode.CEILING || code == ProblemCode.LAST_ADMIN;
    }

    private void refused(Caller.Person person, ProblemCode code) {
        if (operation.isOfTheRealm()) {
            assertTrue(Set.of(ProblemCode.FORBIDDEN, ProblemCode.VALIDATION).contains(code), code.code());
        } else if (!before.mates().containsKey(person.userId())
                || !before.mates().get(person.userId()).active()) {
            assertTrue(Set.of(ProblemCode.NOT_FOUND, ProblemCode.VALIDATION).contains(code), code.code());
        } else if (code == ProblemCode.FORBIDDEN) {
            boolean excepted = operation.method().startsWith("Members.suspend") || !before.overridesOn();
            assertTrue(!mayAtAll() || excepted, "may do such things, and is refused with " + code);
        } else {
            assertTrue(
                    mayAtAll()
                            || EnumSet.of(ProblemCode.VALIDATION, ProblemCode.NOT_READY)
                                    .contains(code),
                    "may not do such things at all, and is refused with " + code);
        }
    }

    /** @param after what would be written, if it had been accepted */
    void rightlyRefused(ProblemCode code, Written after) {
        boolean rightly = code == ProblemCode.LAST_ADMIN
                ? takesTheLastAdmin(after) && !forces()
                : caller instanceof Caller.Person && !breaches(after).isEmpty();
        assertTrue(rightly, "refused with " + code + ", and no rule says so");
    }

    private boolean takesTheLastAdmin(Written after) {
        return !before.standingAdmins().isEmpty() && after.standingAdmins().isEmpty();
    }

    private boolean forces() {
        return caller instanceof Caller.Administrator administrator && administrator.forces();
    }

    private boolean mayAtAll() {
        return caller instanceof Caller.Person person && before.mayUse(person.userId(), operation.needs());
    }

    private List<String> breaches(Written after) {
        return Oracle.breaches(
                before, after, ((Caller.Person) caller).userId(), operation.isOfRoles(), call.replacement());
    }
}
