import type { DeploySection } from "../section.ts";

/** Databases and logins of the PostgreSQL that comes along; it runs once, when the volume is new. */
export function databasesScript({ deploy }: DeploySection): string {
  const variable = (name: string): string => `"$${name}"`;
  const lines = [
    `database airflow odp_airflow ${variable("ODP_AIRFLOW_DATABASE_PASSWORD")}`,
    ...(deploy.hasSuperset
      ? [`database superset odp_superset ${variable("ODP_SUPERSET_DATABASE_PASSWORD")}`]
      : []),
    ...deploy.databases.map(({ source, name, user, password }) => {
      const command = `database ${variable(name)} ${variable(user)} ${variable(password)}`;
      // Provisioning makes the role that capturing needs, and Debezium reads the log.
      return source === null ? command : `${command} 'replication createrole'`;
    }),
  ];
  return `${SCRIPT}\n${lines.join("\n")}\n`;
}

const SCRIPT = `#!/bin/sh
# A new volume gets these databases. Tables of a source are the application's own matter.
set -eu

# database NAME LOGIN PASSWORD [ATTRIBUTES]: the login owns the database.
database() {
  psql -X -q -v ON_ERROR_STOP=1 -U postgres -v name="$1" -v login="$2" -v password="$3" -v attributes="\${4:-}" <<'SQL'
select format('create role %I login %s', :'login', :'attributes')
where not exists (select from pg_roles where rolname = :'login') \\gexec
select format('alter role %I password %L', :'login', :'password') \\gexec
select format('create database %I owner %I', :'name', :'login')
where not exists (select from pg_database where datname = :'name') \\gexec
SQL
}
`;
