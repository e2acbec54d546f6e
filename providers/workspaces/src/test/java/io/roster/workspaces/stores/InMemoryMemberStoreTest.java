// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

import io.roster.workspaces.fakes.InMemoryMemberStore;
import io.roster.workspaces.member.MemberStore;
import java.util.function.Consumer;

class InMemoryMemberStoreTest extends MemberStoreContract {

    private final MemberStore store = new InMemoryMemberStore();

    @Override
    void in(Consumer<MemberStore> work) {
        work.accept(store);
    }

    @Override
    void apart(Consumer<MemberStore> work) {
        work.accept(store);
    }
}
