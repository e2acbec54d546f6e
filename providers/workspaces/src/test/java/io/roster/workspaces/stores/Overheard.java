// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import javax.sql.DataSource;

/** A data source that notes which questions are asked through it, with their values, as PostgreSQL's driver puts them. */
final class Overheard {

    private Overheard() {}

    static DataSource listen(DataSource source, List<String> questions) {
        return wrap(DataSource.class, source, questions);
    }

    private static <T> T wrap(Class<T> type, T target, List<String> questions) {
        return type.cast(Proxy.newProxyInstance(
                Overheard.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals("executeQuery")) {
                        questions.add(target.toString());
                    }
                    try {
                        Object result = method.invoke(target, arguments);
                        return result instanceof Connection connection
                                ? wrap(Connection.class, connection, questions)
                                : result instanceof PreparedStatement statement
                                        ? wrap(PreparedStatement.class, statement, questions)
                                        : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
